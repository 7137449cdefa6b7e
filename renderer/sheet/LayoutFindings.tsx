/** What an editor would fault in the page's layout, each with the blocks it speaks of. */
import type { Node } from "prosemirror-model";
import { useMemo } from "react";
import { lintPage } from "../../core/compose/plan/lint.ts";
import type { Sheet } from "../../core/compose/sheet.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { locate } from "../../core/edition/outline.ts";
import { useDispatch, useSession } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { useLostPictures } from "./lost-pictures.ts";

export function LayoutFindings({ page, sheet }: { page: Node; sheet: Sheet }) {
  const t = useT();
  const dispatch = useDispatch();
  const edition = useSession((state) => state.edition);
  const { style } = edition;
  const lost = useLostPictures(page);
  const findings = useMemo(
    () => lintPage(page, sheet, style, (digest) => !lost.has(digest)),
    [page, sheet, style, lost],
  );
  if (findings.length === 0) return null;
  const nameOf = (node: Node) => headlineOf(edition, node) || t(`desk.kind.${node.type.name}`);
  return (
    <section className="panel-section" aria-label={t("desk.layout.findings")}>
      <h3>{t("desk.layout.findings")}</h3>
      <ul className="plain-list layout-findings">
        {findings.map(({ code, detail, blocks }) => (
          <li key={`${code} ${blocks.join(" ")}`}>
            <p>{t(`layout.${code}`, { detail })}</p>
            <ul className="link-list">
              {blocks.map((id) => {
                const node = locate(edition, id)?.node;
                return node ? (
                  <li key={id}>
                    <button
                      type="button"
                      onClick={() => dispatch({ type: "reveal", page: page.attrs.id, block: id })}
                    >
                      {nameOf(node)}
                    </button>
                  </li>
                ) : null;
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
