/** What a package is made of beside text: its fonts, and its pictures as they are placed. */
import type { Sheet } from "../../core/compose/sheet.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { locate } from "../../core/edition/outline.ts";
import type { PlacedPictures } from "../pictures/placed.ts";
import { type UsedFont, usedFonts } from "./fonts.ts";

export interface UsedPicture {
  readonly page: string;
  /** Its caption, or what the advert is called; empty where it has none. */
  readonly name: string;
  /** A PDF is placed as it is; "missing" where nobody delivered one. */
  readonly kind: "picture" | "pdf" | "missing";
  /** SHA-256 of the picture as it was delivered. */
  readonly source: string | null;
  /** Placed size in mm. */
  readonly width: number;
  readonly height: number;
  /** Of the delivered picture at its placed size, before it was brought down; null for what is no picture. */
  readonly ppi: number | null;
  readonly colour: "cmyk" | "grey" | null;
  /** Largest total ink in percent. */
  readonly ink: number | null;
}

export interface Contents {
  readonly fonts: readonly UsedFont[];
  readonly pictures: readonly UsedPicture[];
}

const mm = (pt: number) => Math.round((pt / 72) * 254) / 10;

export function contentsOf(edition: Edition, sheets: readonly Sheet[], placed: PlacedPictures): Contents {
  const prepared = new Map(placed.prepared.map(({ item, picture }) => [item, picture]));
  const pictures = sheets.flatMap((sheet) =>
    sheet.items.flatMap((item): UsedPicture[] => {
      if (item.kind !== "picture") return [];
      const block = locate(edition, item.block)?.node;
      const own = prepared.get(item);
      return [
        {
          page: sheet.number,
          name: block?.children.find((child) => child.type.name === "caption")?.textContent ?? "",
          kind: own ? "picture" : item.source ? "pdf" : "missing",
          source: item.source,
          width: mm(item.width),
          height: mm(item.height),
          ppi: own?.effectivePpi ?? null,
          colour: own?.colour ?? null,
          ink: own?.totalInk ?? null,
        },
      ];
    }),
  );
  return { fonts: usedFonts(sheets), pictures };
}
