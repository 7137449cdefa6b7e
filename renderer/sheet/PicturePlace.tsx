/** Where a picture stands in its article's text: as composition likes, or in the cells that somebody gives it. */
import type { Node } from "prosemirror-model";
import { setPlace } from "../../core/edition/commands.ts";
import type { Place } from "../../core/edition/place.ts";
import { Choice, NumberField } from "../desk/parts/fields.tsx";
import { useOpenSession, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { cellsOfPicture } from "./picture-place.ts";

/** Lines of a picture with its caption, least. */
const LEAST = 4;

export function PicturePlace({ picture, block }: { picture: Node; block: Place }) {
  const t = useT();
  const session = useOpenSession();
  const style = useSession((state) => state.edition.style);
  const sheets = useSession((state) => state.sheets);
  const id = picture.attrs.id as string;
  const asked = picture.attrs.place as Place | null;
  const set = (place: Place | null) =>
    session.dispatch(setPlace(id, place), { label: "desk.picture.place", group: `picture-place ${id}` });
  const stand = () =>
    sheets.map((sheet) => cellsOfPicture(sheet, id, block, style)).find((cells) => cells !== null) ?? null;
  const change = (part: Partial<Place>) => asked && set({ ...asked, ...part });
  return (
    <section className="panel-section" aria-label={t("desk.picture.place")}>
      <Choice
        label={t("desk.picture.place")}
        value={asked ? "own" : "auto"}
        options={[
          ["auto", t("desk.picture.place.auto")],
          ["own", t("desk.picture.place.own")],
        ]}
        onChange={(value) => {
          if (value === "auto") set(null);
          else if (!asked) set(stand() ?? { column: 0, line: 6, columns: block.columns, lines: 12 });
        }}
      />
      {asked ? (
        <div className="field-grid">
          <NumberField
            label={t("desk.place.column")}
            value={asked.column + 1}
            least={1}
            most={Math.max(1, block.columns - asked.columns + 1)}
            onChange={(value) => change({ column: value - 1 })}
          />
          <NumberField
            label={t("desk.place.line")}
            value={asked.line + 1}
            least={1}
            most={Math.max(1, block.lines - LEAST)}
            onChange={(value) => change({ line: value - 1 })}
          />
          <NumberField
            label={t("desk.place.columns")}
            value={asked.columns}
            least={1}
            most={Math.max(1, block.columns - asked.column)}
            onChange={(columns) => change({ columns })}
          />
          <NumberField
            label={t("desk.place.lines")}
            value={asked.lines}
            least={LEAST}
            most={Math.max(LEAST, block.lines)}
            onChange={(lines) => change({ lines })}
          />
        </div>
      ) : null}
    </section>
  );
}
