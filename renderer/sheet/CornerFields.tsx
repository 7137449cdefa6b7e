/** The corners taken out of the selected block: each with its size, filled again by a button, another taken out. */
import { cutCorner } from "../../core/edition/commands.ts";
import { type Corner, corners, type Place } from "../../core/edition/place.ts";
import { NumberField, SelectField } from "../desk/parts/fields.tsx";
import { useOpenSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { firstCut } from "./shape.ts";

export function CornerFields({ id, place }: { id: string; place: Place }) {
  const t = useT();
  const session = useOpenSession();
  const cut = (corner: Corner, columns: number, lines: number) =>
    session.dispatch(cutCorner(id, corner, columns, lines), { label: "desk.cut-corner" });
  const taken = corners.flatMap((corner) => {
    const notches = (place.notches ?? []).filter((notch) => notch.corner === corner);
    return notches[0] ? [{ ...notches[0], steps: notches.length }] : [];
  });
  const free = corners.filter(
    (corner) => !taken.some((notch) => notch.corner === corner) && firstCut(place, corner),
  );
  return (
    <section className="panel-section" aria-label={t("desk.shape")}>
      <h3>{t("desk.shape")}</h3>
      {taken.map(({ corner, columns, lines }) => (
        <fieldset key={corner} className="corner-fields">
          <legend>{t(`desk.shape.corner.${corner}`)}</legend>
          <div className="field-grid">
            <NumberField
              label={t("desk.shape.columns")}
              value={columns}
              least={1}
              most={place.columns - 1}
              onChange={(value) => cut(corner, value, lines)}
            />
            <NumberField
              label={t("desk.shape.lines")}
              value={lines}
              least={1}
              most={place.lines - 1}
              onChange={(value) => cut(corner, columns, value)}
            />
          </div>
          <button type="button" className="button" onClick={() => cut(corner, 0, 0)}>
            {t("desk.shape.fill")}
          </button>
        </fieldset>
      ))}
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
            if (corner && first) cut(corner, first.columns, first.lines);
          }}
        />
      ) : null}
    </section>
  );
}
