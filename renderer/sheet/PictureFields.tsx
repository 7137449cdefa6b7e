/** A picture's pixels, what they come to in print, and the ways to replace and crop it. */
import type { Node } from "prosemirror-model";
import { useEffect, useState } from "react";
import type { Crop } from "../../core/edition/schema.ts";
import { MM } from "../../core/edition/style.ts";
import { addPictures } from "../desk/flows/drop.ts";
import { failed } from "../desk/flows/open.ts";
import { Icon } from "../desk/parts/Icon.tsx";
import { useDispatch, useOpenEdition, useOpenSession, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";

export function PictureFields({ node }: { node: Node }) {
  const t = useT();
  const style = useSession((state) => state.edition.style);
  const sheets = useSession((state) => state.sheets);
  const session = useOpenSession();
  const dispatch = useDispatch();
  const workplace = useWorkplace();
  const {
    width,
    height,
    crop = WHOLE,
    source,
    id,
  } = node.attrs as {
    width: number;
    height: number;
    /** An advertisement has none: it is shown whole. */
    crop?: Crop;
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
  const page = useIsPage(source);
  const choose = async () => {
    const files = await workplace.shell.chooseUploads("image/*,.pdf", false);
    await addPictures(workplace, files, null, id).catch((error) => failed(workplace, error));
  };
  const low = printed > 0 && printed < style.press.resolution;
  return (
    <section className="panel-section">
      <h3>{t("desk.picture")}</h3>
      {source && page ? (
        <dl className="facts">
          <dt>{t("desk.advert.page")}</dt>
          <dd>{`${Math.round(width / PAGE_UNITS / MM)} × ${Math.round(height / PAGE_UNITS / MM)} mm`}</dd>
        </dl>
      ) : source ? (
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
      {session.readOnly ? null : (
        <div className="picture-acts">
          <button type="button" className="button" onClick={() => void choose()}>
            <Icon name="picture" />
            {t(source ? "desk.picture.replace" : "desk.picture.put-in")}
          </button>
          {source && node.type.name === "picture" ? (
            <button
              type="button"
              className="button"
              onClick={() => dispatch({ type: "dialog", dialog: { kind: "crop", picture: id } })}
            >
              <Icon name="crop" />
              {t("desk.crop")}
            </button>
          ) : null}
        </div>
      )}
    </section>
  );
}

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** Tenths of a pt: what the size of a page is kept in. */
const PAGE_UNITS = 10;

/** True for an advertisement that came as PDF: it has a size, and no pixels. */
function useIsPage(source: string | null): boolean {
  const { client } = useWorkplace();
  const open = useOpenEdition();
  const [page, setPage] = useState(false);
  useEffect(() => {
    let wanted = true;
    setPage(false);
    if (open && source)
      client
        .call("pictures.facts", { edition: open.edition, digest: source })
        .then((facts) => wanted && setPage(facts?.media === "application/pdf"))
        .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [client, open, source]);
  return page;
}

/** The pictures of a block: itself, or those set in its text. */
export function picturesOf(block: Node): Node[] {
  if (block.type.name === "picture") return [block];
  return block.type.name === "article" ? block.children.filter((child) => child.type.name === "picture") : [];
}
