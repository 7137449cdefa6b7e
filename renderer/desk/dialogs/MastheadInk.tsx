/** The ink of the paper's name: black, a mixture of the process colours, or a spot colour with a plate of its own. */
import { useState } from "react";
import { type HouseStyle, isSpotName } from "../../../core/edition/style.ts";
import { useT } from "../../i18n/locale.tsx";
import { Choice, NumberField, TextField } from "../parts/fields.tsx";

type Ink = HouseStyle["press"]["masthead"];
type Kind = "black" | "process" | "spot";

const BLACK: Ink = { spot: "", c: 0, m: 0, y: 0, k: 100 };
const RED: Ink = { spot: "", c: 0, m: 100, y: 100, k: 0 };
const inks = ["c", "m", "y", "k"] as const;

export function MastheadInk({ ink, onChange }: { readonly ink: Ink; readonly onChange: (ink: Ink) => void }) {
  const t = useT();
  const [kind, setKind] = useState<Kind>(() => kindOf(ink));
  const choose = (next: Kind) => {
    setKind(next);
    if (next === "black") onChange(BLACK);
    else onChange({ ...(kindOf(ink) === "black" ? RED : ink), spot: "" });
  };
  return (
    <>
      <Choice
        label={t("desk.masthead-ink")}
        value={kind}
        options={(["black", "process", "spot"] as const).map((name) => [
          name,
          t(`desk.masthead-ink.${name}`),
        ])}
        onChange={(value) => choose(value as Kind)}
      />
      {kind === "spot" && (
        <TextField
          label={t("desk.masthead-ink.name")}
          value={ink.spot}
          placeholder={t("desk.masthead-ink.name.example")}
          onChange={(spot) => onChange({ ...ink, spot })}
        />
      )}
      {kind === "spot" && !isSpotName(ink.spot.trim()) && (
        <p className="hint" role="alert">
          {t("desk.masthead-ink.taken")}
        </p>
      )}
      {kind !== "black" &&
        inks.map((name) => (
          <NumberField
            key={name}
            label={t(`desk.masthead-ink.${name}`)}
            value={ink[name]}
            least={0}
            most={100}
            onChange={(percent) => onChange({ ...ink, [name]: percent })}
          />
        ))}
      {kind === "spot" && <p className="hint">{t("desk.masthead-ink.hint")}</p>}
    </>
  );
}

function kindOf({ spot, c, m, y }: Ink): Kind {
  if (spot) return "spot";
  return c + m + y > 0 ? "process" : "black";
}
