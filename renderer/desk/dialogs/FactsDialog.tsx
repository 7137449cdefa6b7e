/** What is true of the whole edition: what masthead and folios print. One change, undone at once. */
import { useState } from "react";
import { setFacts, setStyle } from "../../../core/edition/commands.ts";
import type { EditionFacts } from "../../../core/edition/edition.ts";
import { isSpotName } from "../../../core/edition/style.ts";
import { useT } from "../../i18n/locale.tsx";
import { Ask } from "../parts/Ask.tsx";
import { DateField } from "../parts/DateField.tsx";
import { TextField } from "../parts/fields.tsx";
import { useOpenSession, useSession } from "../workplace.ts";
import { MastheadInk } from "./MastheadInk.tsx";

const fields: readonly (readonly [name: keyof EditionFacts, label: string])[] = [
  ["paper", "desk.paper-name"],
  ["date", "desk.date"],
  ["issue", "desk.facts.issue"],
  ["serial", "desk.facts.serial"],
  ["publisher", "desk.facts.publisher"],
  ["price", "desk.facts.price"],
  ["credits", "desk.facts.credits"],
];

export function FactsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const session = useOpenSession();
  const known = useSession((state) => state.edition.facts);
  const [facts, setGiven] = useState(known);
  const style = useSession((state) => state.edition.style);
  const [ink, setInk] = useState(style.press.masthead);
  const [date, setDate] = useState<string | null>(known.date);
  const save = () => {
    if (date === null) return;
    onClose();
    const given = { ...facts, date };
    const changed = Object.fromEntries(
      fields.flatMap(([name]) => (given[name].trim() === known[name] ? [] : [[name, given[name].trim()]])),
    );
    const masthead = { ...ink, spot: ink.spot.trim() };
    const inked = JSON.stringify(masthead) !== JSON.stringify(style.press.masthead);
    if (Object.keys(changed).length === 0 && !inked) return;
    const commands = [
      ...(Object.keys(changed).length > 0 ? [setFacts(changed)] : []),
      ...(inked ? [setStyle({ ...style, press: { ...style.press, masthead } })] : []),
    ];
    session.dispatch((edition, newId) => commands.flatMap((command) => command(edition, newId) ?? []), {
      label: "desk.facts.title",
    });
  };
  // A date that was there is not lost by emptying the field.
  const hasDate = date !== null && (date !== "" || known.date === "");
  return (
    <Ask
      title={t("desk.facts.title")}
      confirm={t("desk.save")}
      width={520}
      ready={facts.paper.trim() !== "" && hasDate && isSpotName(ink.spot.trim()) && !session.readOnly}
      onConfirm={save}
      onClose={onClose}
    >
      {fields.map(([name, label]) =>
        name === "date" ? (
          <DateField key={name} label={t(label)} value={date} onChange={setDate} />
        ) : (
          <TextField
            key={name}
            label={t(label)}
            value={facts[name]}
            placeholder={name === "credits" ? t("desk.facts.credits.example") : undefined}
            onChange={(value) => setGiven({ ...facts, [name]: value })}
          />
        ),
      )}
      <MastheadInk ink={ink} onChange={setInk} />
      <p className="hint">{t("desk.facts.hint")}</p>
    </Ask>
  );
}
