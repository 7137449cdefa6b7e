/** Over the galley: what it is, how it fits its place, the parts that may be added. */
import { locate } from "../../core/edition/outline.ts";
import { useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { fitOf, fitTone } from "../sheet/describe.ts";
import type { GalleyView } from "./galley-view.ts";
import { addPart, type OptionalPart, partsToAdd } from "./parts.ts";

/** Runs `addPart` as an editing command. */
export const addPartTo = (galley: GalleyView, name: OptionalPart): boolean =>
  galley.run((state, dispatch) => {
    const tr = addPart(state, name);
    if (!tr) return false;
    dispatch?.(tr);
    return true;
  }, `editor.add.${name}`);

export function GalleyHead({ block, galley }: { block: string; galley: GalleyView | null }) {
  const t = useT();
  const edition = useSession((state) => state.edition);
  const sheets = useSession((state) => state.sheets);
  const found = locate(edition, block);
  if (!found) return null;
  const { node, page } = found;
  // An article is as long as where it ends: the last block it goes on in says what is over.
  const fits = sheets.flatMap((sheet) => sheet.fits.filter((fit) => fit.article === block));
  const fit = fits.find(({ characters }) => characters > 0) ?? fitOf(sheets, block);
  const text = node.children.filter(
    (child) => child.type.name === "paragraph" || child.type.name === "crosshead",
  );
  const characters = text.reduce((sum, child) => sum + child.content.size, 0);
  const placed = node.attrs.place !== null;
  const tone = fit ? fitTone(fit) : null;
  const readOnly = galley?.open.session.readOnly ?? false;
  return (
    <header className="galley-head">
      <p className="galley-what">
        <span className="tag">
          {t("editor.what", { page: page.attrs.number as string, kind: t(`desk.kind.${node.type.name}`) })}
        </span>
        {text.length > 0 ? <span>{t("editor.characters", { n: characters })}</span> : null}
        {!placed ? <span data-tone="warn">{t("desk.unplaced")}</span> : null}
        {fit && tone === "over" ? (
          <button type="button" className="galley-fit" data-tone="over" onClick={() => galley?.goToOverset()}>
            {t("editor.fit.over", { n: fit.characters })}
          </button>
        ) : fit && tone ? (
          <span className="galley-fit" data-tone={tone}>
            {t(`editor.fit.${tone}`, { n: -fit.characters })}
          </span>
        ) : null}
      </p>
      {galley && !readOnly ? (
        <p className="galley-add">
          {partsToAdd(node).map((name) => (
            <button key={name} type="button" className="chip" onClick={() => addPartTo(galley, name)}>
              {t(`editor.add.${name}`)}
            </button>
          ))}
        </p>
      ) : null}
    </header>
  );
}
