/** The corners taken out of the selected block, in one step or several: each with its size, filled again by a button. */
import { setPlace } from "../../core/edition/commands.ts";
import { type Corner, corners, type Notch, type Place } from "../../core/edition/place.ts";
import { shaped } from "../../core/edition/shape.ts";
import { NumberField, SelectField } from "../desk/parts/fields.tsx";
import { useOpenSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { firstCut, nextStep } from "./shape.ts";

export function CornerFields({ id, place }: { id: string; place: Place }) {
  const t = useT();
  const session = useOpenSession();
  const notches = place.notches ?? [];
  const cut = (next: readonly Notch[]) => {
    const shape = shaped(place, next);
    if (shape) session.dispatch(setPlace(id, shape), { label: "desk.cut-corner" });
  };
  const change = (notch: Notch, part: Partial<Notch>) =>
    cut(notches.map((other) => (other === notch ? { ...notch, ...part } : other)));
  const isTaken = (corner: Corner) => notches.some((notch) => notch.corner === corner);
  const free = corners.filter((corner) => !isTaken(corner) && firstCut(place, corner));
  return (
    <section className="panel-section" aria-label={t("desk.shape")}>
      <h3>{t("desk.shape")}</h3>
      {corners.filter(isTaken).map((corner) => {
        const steps = notches.filter((notch) => notch.corner === corner);
        const step = nextStep(place, corner);
        return (
          <fieldset key={corner} className="corner-fields">
            <legend>{t(`desk.shape.corner.${corner}`)}</legend>
            {steps.map((notch, i) => (
              // Steps of a corner have no names but their order.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <div key={i} className="field-grid">
                <NumberField
                  label={t("desk.shape.columns")}
                  value={notch.columns}
                  least={1}
                  most={place.columns - 1}
                  onChange={(columns) => change(notch, { columns })}
                />
                <NumberField
                  label={t("desk.shape.lines")}
                  value={notch.lines}
                  least={1}
                  most={place.lines - 1}
                  onChange={(lines) => change(notch, { lines })}
                />
              </div>
            ))}
            <div className="corner-acts">
              {step ? (
                <button type="button" className="button" onClick={() => cut([...notches, step])}>
                  {t("desk.shape.step")}
                </button>
              ) : null}
              <button
                type="button"
                className="button"
                onClick={() => cut(notches.filter((notch) => notch.corner !== corner))}
              >
                {t("desk.shape.fill")}
              </button>
            </div>
          </fieldset>
        );
      })}
      {free.length > 0 ? (
        <SelectField
          label={t("desk.shape.cut")}
          value=""
          options={[
            ["", t("desk.shape.cut.none")],
            ...free.map((corner): [string, string] => [corner, t(`desk.shape.corner.${corner}`)]),
          ]}
          onChange={(value) => {
            const corner = corners.find((known) => known === value);
            const first = corner && firstCut(place, corner);
            if (corner && first) cut([...notches, { corner, ...first }]);
          }}
        />
      ) : null}
    </section>
  );
}
