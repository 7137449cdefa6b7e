/** What is true of the whole edition: what masthead and folios print. One change, undone at once. */
import { useState } from "react";
import { setFacts } from "../../../core/edition/commands.ts";
import type { EditionFacts } from "../../../core/edition/edition.ts";
import { useT } from "../../i18n/locale.tsx";
import { Ask } from "../parts/Ask.tsx";
import { TextField } from "../parts/fields.tsx";
import { useOpenSession, useSession } from "../workplace.ts";

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
  const save = () => {
    onClose();
    const changed = Object.fromEntries(
      fields.flatMap(([name]) => (facts[name].trim() === known[name] ? [] : [[name, facts[name].trim()]])),
    );
    if (Object.keys(changed).length > 0) session.dispatch(setFacts(changed), { label: "desk.facts.title" });
  };
  return (
    <Ask
      title={t("desk.facts.title")}
      confirm={t("desk.save")}
      width={520}
      ready={facts.paper.trim() !== "" && !session.readOnly}
      onConfirm={save}
      onClose={onClose}
    >
      {fields.map(([name, label]) => (
        <TextField
          key={name}
          label={t(label)}
          type={name === "date" ? "date" : "text"}
          value={facts[name]}
          placeholder={name === "credits" ? t("desk.facts.credits.example") : undefined}
          onChange={(value) => setGiven({ ...facts, [name]: value })}
        />
      ))}
      <p className="hint">{t("desk.facts.hint")}</p>
    </Ask>
  );
}
