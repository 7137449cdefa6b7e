/** A picture's pixels, what they come to in print, and the way to crop it. */
import type { Node } from "prosemirror-model";
import type { Crop } from "../../core/edition/schema.ts";
import { Icon } from "../desk/parts/Icon.tsx";
import { useDispatch, useOpenSession, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";

export function PictureFields({ node }: { node: Node }) {
  const t = useT();
  const style = useSession((state) => state.edition.style);
  const sheets = useSession((state) => state.sheets);
  const session = useOpenSession();
  const dispatch = useDispatch();
  const { width, height, crop, source, id } = node.attrs as {
    width: number;
    height: number;
    crop: Crop;
    source: string | null;
    id: string;
  };
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
            {printed
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
      {source && !session.readOnly ? (
        <button
          type="button"
          className="button picture-crop"
          onClick={() => dispatch({ type: "dialog", dialog: { kind: "crop", picture: id } })}
        >
          <Icon name="crop" />
          {t("desk.crop")}
        </button>
      ) : null}
    </section>
  );
}

/** The pictures of a block: itself, or those set in its text. */
export function picturesOf(block: Node): Node[] {
  if (block.type.name === "picture") return [block];
  return block.type.name === "article" ? block.children.filter((child) => child.type.name === "picture") : [];
}
