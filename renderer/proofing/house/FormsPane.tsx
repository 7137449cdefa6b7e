/** How the house writes bylines and datelines. */
import type { HouseStyle } from "../../../core/edition/style.ts";
import { withProof } from "../../../core/proof/house.ts";
import { Choice } from "../../desk/parts/fields.tsx";
import { useT } from "../../i18n/locale.tsx";
import { useStyle } from "./use-style.ts";

type Forms = HouseStyle["proof"]["forms"];

const forms: { readonly [K in keyof Forms]: readonly Exclude<Forms[K], "">[] } = {
  byline: ["space", "slash", "close"],
  dateline: ["space", "close"],
  reporter: ["unnamed", "named"],
};

export function FormsPane() {
  const t = useT();
  const { style, readOnly, change } = useStyle();
  return (
    <section className="house-list" aria-label={t("house.tab.forms")}>
      <h3>{t("house.tab.forms")}</h3>
      <p className="hint">{t("house.forms.about")}</p>
      <fieldset className="house-forms" disabled={readOnly}>
        {(Object.keys(forms) as (keyof Forms)[]).map((name) => (
          <Choice
            key={name}
            label={t(`house.form.${name}`)}
            value={style.proof.forms[name]}
            options={[
              ["", t("house.form.any")],
              ...forms[name].map((form) => [form, t(`house.form.${name}.${form}`)] as const),
            ]}
            onChange={(form) =>
              change(withProof(style, { forms: { ...style.proof.forms, [name]: form } }), "house.tab.forms")
            }
          />
        ))}
      </fieldset>
    </section>
  );
}
