/** A picture's pixels and what they come to in print. */
import type { Node } from "prosemirror-model";
import type { Place } from "../../core/edition/place.ts";
import type { Crop } from "../../core/edition/schema.ts";
import { useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";

export function PictureFields({ node }: { node: Node }) {
  const t = useT();
  const style = useSession((state) => state.edition.style);
  const sheets = useSession((state) => state.sheets);
  const { width, height, crop, source, id } = node.attrs as {
    width: number;
    height: number;
    crop: Crop;
    source: string | null;
    id: string;
  };
  const place = node.attrs.place as Place | null;
  const frame = sheets
    .flatMap(({ items }) => items)
    .find((item) => item.kind === "picture" && item.block === id);
  const printed =
    frame?.kind === "picture" && width > 0
      ? Math.round(Math.min((width * crop.width) / frame.width, (height * crop.height) / frame.height) * 72)
      : 0;
  const low = printed > 0 && printed < style.press.resolution;
  return (
    <section className="panel-section">
      <h3>{t("desk.picture")}</h3>
      {source ? (
        <dl className="facts">
          <dt>{t("desk.picture.pixels")}</dt>
          <dd>{`${width} × ${height}`}</dd>
          <dt>{t("desk.picture.resolution")}</dt>
          <dd data-tone={low ? "warn" : undefined}>
            {place && printed
              ? t(low ? "desk.picture.low" : "desk.picture.ppi", {
                  ppi: printed,
                  wanted: style.press.resolution,
                })
              : "—"}
          </dd>
        </dl>
      ) : (
        <p className="hint">{t("desk.picture.missing")}</p>
      )}
    </section>
  );
}
