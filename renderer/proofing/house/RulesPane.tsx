/** Every rule by group: on or off, how grave, how often in this edition; and the one in front in full. */
import { useId, useMemo, useState } from "react";
import { withRuleOn, withSeverity } from "../../../core/proof/house.ts";
import type { Severity } from "../../../core/proof/proofing.ts";
import type { Rule } from "../../../core/proof/rule.ts";
import { groupedRules } from "../../../core/proof/rules/groups.ts";
import { useT } from "../../i18n/locale.tsx";
import { announce } from "../announce.ts";
import { Sign } from "../Sign.tsx";
import { useRound } from "../use-round.ts";
import { RuleDetail } from "./RuleDetail.tsx";
import { useStyle } from "./use-style.ts";

const severities: readonly Severity[] = ["error", "warning", "advice"];
const groups = groupedRules();
const all = groups.flatMap(({ rules }) => rules);

export function RulesPane({ rule: asked }: { rule: string | null }) {
  const t = useT();
  const { style } = useStyle();
  const { items } = useRound();
  const [front, setFront] = useState(asked ?? all[0]?.id ?? "");
  const [query, setQuery] = useState("");
  const counts = useMemo(() => {
    const open = items?.findings.filter(({ decision }) => decision === null) ?? [];
    return new Map(
      [...Map.groupBy(open, ({ finding }) => finding.rule)].map(([id, list]) => [id, list.length]),
    );
  }, [items]);
  const wanted = query.trim().toLowerCase();
  const matches = (rule: Rule) =>
    !wanted ||
    [rule.id, t(rule.name), t(rule.about), rule.source].some((words) => words.toLowerCase().includes(wanted));
  const shown = groups
    .map(({ group, rules }) => ({ group, rules: rules.filter(matches) }))
    .filter(({ rules }) => rules.length > 0);
  const off = all.filter(({ id }) => style.proof.off.includes(id)).length;
  const rule = all.find(({ id }) => id === front);
  return (
    <div className="house-rules">
      <div className="house-rules-head">
        <input
          type="text"
          className="house-find"
          aria-label={t("house.rules.find")}
          placeholder={t("house.rules.find")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className="house-count">{t("house.rules.on", { n: all.length - off, off })}</span>
      </div>
      <div className="house-rules-list">
        {shown.length === 0 ? <p className="house-empty">{t("house.rules.none")}</p> : null}
        {shown.map(({ group, rules }) => (
          <section key={group} aria-label={t(`house.group.${group}`)}>
            <h3>{t(`house.group.${group}`)}</h3>
            <ul>
              {rules.map((each) => (
                <RuleRow
                  key={each.id}
                  rule={each}
                  count={counts.get(each.id) ?? 0}
                  front={each.id === front}
                  onChoose={() => setFront(each.id)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {rule ? <RuleDetail key={rule.id} rule={rule} /> : null}
    </div>
  );
}

interface RuleRowProps {
  readonly rule: Rule;
  readonly count: number;
  readonly front: boolean;
  readonly onChoose: () => void;
}

function RuleRow({ rule, count, front, onChoose }: RuleRowProps) {
  const t = useT();
  const id = useId();
  const { style, readOnly, change } = useStyle();
  const { proof } = style;
  const on = !proof.off.includes(rule.id);
  const own = proof.severity[rule.id];
  const name = t(rule.name);
  const severity = own ?? rule.severity;
  const toggle = () => {
    change(withRuleOn(style, rule.id, !on), "house.title");
    if (on) announce(t("house.rule.switched", { rule: name }));
  };
  return (
    <li className="house-rule" data-front={front} data-off={!on}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={on}
        className="house-switch"
        aria-label={t("house.rule.use", { rule: name })}
        checked={on}
        disabled={readOnly}
        onChange={toggle}
      />
      <button
        type="button"
        className="house-rule-name"
        aria-current={front}
        ref={(button) => {
          if (front) button?.scrollIntoView({ block: "nearest" });
        }}
        onClick={onChoose}
      >
        <Sign of={severity} />
        <span>{name}</span>
        {count ? <small>{t("house.rule.found", { n: count })}</small> : null}
      </button>
      <select
        aria-label={t("house.rule.severity", { rule: name })}
        value={own ?? ""}
        disabled={readOnly || !on}
        onChange={(event) =>
          change(withSeverity(style, rule.id, (event.target.value || null) as Severity | null), "house.title")
        }
      >
        <option value="">{t("house.rule.own", { severity: t(`desk.proof.${rule.severity}`) })}</option>
        {severities.map((each) => (
          <option key={each} value={each}>
            {t(`desk.proof.${each}`)}
          </option>
        ))}
      </select>
    </li>
  );
}
