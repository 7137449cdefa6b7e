/** The fonts a package uses, as their files tell of themselves: names, makers' licences, and what embedding they allow. */
import type { GlyphRun, Sheet } from "../../core/compose/sheet.ts";
import type { FaceId } from "../../core/edition/style.ts";
import { fontFile } from "../fonts/files.ts";
import { withFontBytes } from "../fonts/open.ts";
import { machinePrograms } from "../work/export.ts";

export interface UsedFont {
  /** Faces of the house style that it answers for. */
  readonly faces: readonly FaceId[];
  /** PostScript name. */
  readonly name: string;
  readonly kind: "truetype" | "cff";
  readonly version: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly copyright: string;
  /** OS/2 fsType, and what it says about embedding. */
  readonly fsType: number;
  readonly embedding: "installable" | "restricted" | "preview" | "editable";
  /** Glyphs of it in the package's pages. */
  readonly glyphs: number;
  readonly pages: readonly string[];
  /** True where another family answers for one of the faces. */
  readonly substitute: boolean;
}

/** Fonts in the order they are met, each once. */
export function usedFonts(sheets: readonly Sheet[]): UsedFont[] {
  const byFile = new Map<
    string,
    { faces: Set<FaceId>; gids: Set<number>; pages: Set<string>; substitute: boolean }
  >();
  for (const sheet of sheets) {
    for (const run of sheet.items.filter((item): item is GlyphRun => item.kind === "glyphs")) {
      const { path, substitute } = fontFile(run.face);
      let used = byFile.get(path);
      if (!used) {
        used = { faces: new Set(), gids: new Set(), pages: new Set(), substitute: false };
        byFile.set(path, used);
      }
      used.faces.add(run.face);
      used.pages.add(sheet.number);
      used.substitute ||= substitute;
      for (const gid of run.gids) used.gids.add(gid);
    }
  }
  return [...byFile].map(([path, { faces, gids, pages, substitute }]) => {
    const [face = "song"] = faces;
    const { name, kind, embedding: fsType } = machinePrograms()(face);
    const said = withFontBytes(path, readNames);
    return {
      faces: [...faces],
      name,
      kind,
      version: said.get(5) ?? "",
      licence: said.get(13) ?? "",
      licenceUrl: said.get(14) ?? "",
      copyright: said.get(0) ?? "",
      fsType,
      embedding: embeddingOf(fsType),
      glyphs: gids.size,
      pages: [...pages],
      substitute,
    };
  });
}

/** The low bits of fsType (OpenType, OS/2): of several the least restrictive counts. */
function embeddingOf(fsType: number): UsedFont["embedding"] {
  if ((fsType & 0x0e) === 0) return "installable";
  if (fsType & 8) return "editable";
  return fsType & 4 ? "preview" : "restricted";
}

/** The `name` table's strings for Windows in English, by name id (OpenType, name); those that cannot be read are left out. */
function readNames(font: Uint8Array): Map<number, string> {
  const names = new Map<number, string>();
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  try {
    const tables = view.getUint16(4);
    for (let i = 0; i < tables; i++) {
      const entry = 12 + 16 * i;
      if (view.getUint32(entry) !== 0x6e616d65) continue; // "name"
      const start = view.getUint32(entry + 8);
      const strings = start + view.getUint16(start + 4);
      for (let record = 0; record < view.getUint16(start + 2); record++) {
        const at = start + 6 + 12 * record;
        const [platform, language, id] = [0, 4, 6].map((offset) => view.getUint16(at + offset));
        if (platform !== 3 || language !== 0x409 || id === undefined) continue;
        const from = strings + view.getUint16(at + 10);
        const text = Buffer.from(font.slice(from, from + view.getUint16(at + 8)));
        if (text.length % 2 === 0) names.set(id, text.swap16().toString("utf16le"));
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return names;
}
