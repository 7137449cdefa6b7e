/** Small builders of sheets for press tests: `sheet(line("株洲日报", 50, 60), rule(…))`. */
import type { GlyphRun, Rule, Sheet, SheetItem } from "../../../core/compose/sheet.ts";
import { BLACK } from "../../../core/compose/sheet.ts";
import type { PressRequest, SetText } from "../../../core/press/options.ts";
import { loadFaces } from "../../../host/fonts/faces.ts";
import { loadPrograms } from "../../../host/fonts/programs.ts";
import { loadProfile } from "../../../host/press/profile.ts";

export const faces = loadFaces();
export const programs = loadPrograms();

const nowhere = { page: "p", pos: -1 };

/** `text` shaped at its natural widths from (x, y), in pt; `face` song, `size` 9, black, unless `change` says otherwise. */
export function line(text: string, x: number, y: number, change: Partial<GlyphRun> = {}): GlyphRun {
  const { face: id = "song", size = 9, vertical = false } = change;
  const face = faces.face(id);
  const glyphs = face.shape(text, { vertical });
  let pen = 0;
  const along = glyphs.map((glyph) => {
    const here = pen;
    pen += ((change.stretch ?? 1) * glyph.advance * size) / face.unitsPerEm;
    return here;
  });
  const texts = glyphs.map((glyph, i) =>
    glyph.cluster === glyphs[i - 1]?.cluster
      ? ""
      : text.slice(glyph.cluster, nextCluster(glyphs, i, text.length)),
  );
  return {
    kind: "glyphs",
    face: id,
    size,
    x,
    y,
    vertical,
    gids: glyphs.map((glyph) => glyph.gid),
    along,
    texts,
    ref: nowhere,
    offsets: glyphs.map((glyph) => glyph.cluster),
    ink: BLACK,
    role: "paragraph",
    ...change,
  };
}

function nextCluster(glyphs: readonly { readonly cluster: number }[], i: number, end: number): number {
  return glyphs.slice(i).find((glyph) => glyph.cluster > (glyphs[i]?.cluster ?? 0))?.cluster ?? end;
}

export function rule(x1: number, y1: number, x2: number, y2: number, change: Partial<Rule> = {}): Rule {
  return { kind: "rule", x1, y1, x2, y2, width: 0.5, ink: BLACK, ...change };
}

/** A small page, 300 × 400 pt with 8.5 pt bleed, unless `change` says otherwise. */
export function sheet(items: readonly SheetItem[], change: Partial<Sheet> = {}): Sheet {
  return {
    page: "p",
    number: "A1",
    width: 300,
    height: 400,
    bleed: 8.5,
    items,
    fits: [],
    lines: [],
    notes: [],
    ...change,
  };
}

export const setText: SetText = (text, size) => [line(text, 0, 0, { face: "hei", size })];

export const request: PressRequest = {
  profile: loadProfile(),
  created: "2020-02-18T01:30:00+08:00",
  title: "株洲晨报 A1",
  paper: "株洲晨报",
  date: "2020-02-18",
};
