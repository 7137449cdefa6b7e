/**
 * Which glyphs a mark or a run is drawn with, and where its ink lies in its cell.
 *
 * A full-width mark is ink in one half of an em and blank in the other. Where the ink is gets measured, not assumed:
 * fonts for Hong Kong and Taiwan centre what those for the mainland set aside. All lengths here are in em.
 */
import type { FaceId } from "../../edition/style.ts";
import type { Face, Faces } from "../../world.ts";
import { type CharClass, CLASS } from "./classes.ts";

/** One cell's glyphs. `body` is what must be kept, `before` and `after` the blanks that make it up to its cell. */
export interface CellGlyphs {
  readonly face: FaceId;
  readonly gids: readonly number[];
  /** Offset of each glyph's origin from the body's left edge. */
  readonly x: readonly number[];
  /** Offset up from the baseline. */
  readonly y: readonly number[];
  readonly body: number;
  readonly before: number;
  readonly after: number;
}

export interface RunCluster {
  readonly start: number;
  readonly end: number;
  readonly glyphs: CellGlyphs;
}

const HALF = 0.5;
/** Ink may reach this far over the middle of the em and the mark still be set on half of it. */
const SLACK = 0.06;

interface FaceCache {
  readonly cells: Map<number, CellGlyphs>;
  readonly runs: Map<string, readonly RunCluster[]>;
}
const caches = new WeakMap<Faces, Map<FaceId, FaceCache>>();
/** Runs kept per face before the cache starts anew. */
const RUN_LIMIT = 20_000;

function cacheOf(faces: Faces, id: FaceId): FaceCache {
  let byFace = caches.get(faces);
  if (!byFace) {
    byFace = new Map();
    caches.set(faces, byFace);
  }
  let cache = byFace.get(id);
  if (!cache) {
    cache = { cells: new Map(), runs: new Map() };
    byFace.set(id, cache);
  }
  if (cache.runs.size > RUN_LIMIT) cache.runs.clear();
  return cache;
}

/** The face that has `code`: the one asked for, else 宋, else 黑; the one asked for where none has it (glyph 0). */
function faceFor(faces: Faces, id: FaceId, code: number): { face: Face; id: FaceId; gid: number } {
  for (const candidate of [id, "song", "hei"] as const) {
    const face = faces.face(candidate);
    const gid = face.glyph(code);
    if (gid !== 0) return { face, id: candidate, gid };
  }
  return { face: faces.face(id), id, gid: 0 };
}

/** Glyphs of a single code point of class `kind`. */
export function cellGlyphs(faces: Faces, id: FaceId, code: number, kind: CharClass): CellGlyphs {
  const { cells } = cacheOf(faces, id);
  const key = code * 16 + kind;
  let cell = cells.get(key);
  if (!cell) {
    cell = makeCell(faces, id, code, kind);
    cells.set(key, cell);
  }
  return cell;
}

function makeCell(faces: Faces, id: FaceId, code: number, kind: CharClass): CellGlyphs {
  const { face, id: used, gid: nominal } = faceFor(faces, id, code);
  // Dashes have a Chinese form that only shaping finds.
  const isShaped = nominal !== 0 && (kind === CLASS.dash || kind === CLASS.connector);
  const gid = isShaped ? (face.shape(String.fromCodePoint(code))[0]?.gid ?? nominal) : nominal;
  const one = (body: number, x = 0, before = 0, after = 0): CellGlyphs => ({
    face: used,
    gids: [gid],
    x: [x],
    y: [0],
    body,
    before,
    after,
  });
  const advance = face.advance(gid) / face.unitsPerEm;
  const box = face.bounds(gid);
  const left = box ? box.x / face.unitsPerEm : kind === CLASS.opener ? HALF : 0;
  const right = box ? (box.x + box.width) / face.unitsPerEm : left + HALF;
  const isCentred = left >= 0.25 - SLACK && right <= 0.75 + SLACK;
  switch (kind) {
    case CLASS.opener:
      if (advance <= HALF + SLACK) return one(HALF, HALF - advance, HALF);
      if (left >= HALF - SLACK) return one(HALF, -HALF, HALF);
      return isCentred ? one(HALF, -0.25, 0.25, 0.25) : one(1, 0);
    case CLASS.closer:
    case CLASS.pause:
    case CLASS.stop:
      if (advance <= HALF + SLACK) return one(HALF, 0, 0, HALF);
      if (right <= HALF + SLACK) return one(HALF, 0, 0, HALF);
      return isCentred ? one(HALF, -0.25, 0.25, 0.25) : one(1, 0);
    case CLASS.interpunct:
      return one(HALF, HALF / 2 - (left + right) / 2, HALF / 2, HALF / 2);
    case CLASS.connector:
    case CLASS.solidus: {
      const body = right - left <= HALF && advance < 0.95 ? HALF : 1;
      return one(body, (body - advance) / 2);
    }
    case CLASS.dash:
    case CLASS.ellipsis: {
      const body = code === 0x2e3a ? 2 : 1;
      return one(body, (body - advance) / 2);
    }
    case CLASS.symbol:
      return one(advance);
    default:
      return one(1, advance === 0 ? 0 : (1 - advance) / 2);
  }
}

/** The 2 em of —— or ……: one glyph where the face joins the pair, else one in each em. */
export function pairGlyphs(faces: Faces, id: FaceId, text: string, kind: CharClass): CellGlyphs {
  const { cells } = cacheOf(faces, id);
  const key = -(text.codePointAt(0) as number) * 16 - kind;
  let cell = cells.get(key);
  if (!cell) {
    const { face, id: used } = faceFor(faces, id, text.codePointAt(0) as number);
    const shaped = face.shape(text);
    const advances = shaped.map((glyph) => glyph.advance / face.unitsPerEm);
    const ems = 2 / Math.max(1, shaped.length);
    cell = {
      face: used,
      gids: shaped.map((glyph) => glyph.gid),
      x: advances.map((advance, index) => index * ems + (ems - advance) / 2),
      y: shaped.map((glyph) => glyph.dy / face.unitsPerEm),
      body: 2,
      before: 0,
      after: 0,
    };
    cells.set(key, cell);
  }
  return cell;
}

/** A run shaped by clusters; each keeps its kerning with the next. */
export function runClusters(faces: Faces, id: FaceId, run: string): readonly RunCluster[] {
  const { runs } = cacheOf(faces, id);
  let clusters = runs.get(run);
  if (!clusters) {
    clusters = shapeRun(faces, id, run);
    runs.set(run, clusters);
  }
  return clusters;
}

function shapeRun(faces: Faces, id: FaceId, run: string): RunCluster[] {
  let used: FaceId = id;
  let shaped = faces.face(id).shape(run);
  for (const candidate of ["song", "hei"] as const) {
    if (shaped.every((glyph) => glyph.gid !== 0)) break;
    const again = faces.face(candidate).shape(run);
    if (again.every((glyph) => glyph.gid !== 0)) {
      used = candidate;
      shaped = again;
    }
  }
  const em = faces.face(used).unitsPerEm;
  const clusters: RunCluster[] = [];
  for (let at = 0; at < shaped.length; ) {
    const start = shaped[at]?.cluster as number;
    let next = at;
    let pen = 0;
    const [gids, x, y]: number[][] = [[], [], []];
    for (; next < shaped.length && shaped[next]?.cluster === start; next++) {
      const glyph = shaped[next] as (typeof shaped)[number];
      gids?.push(glyph.gid);
      x?.push((pen + glyph.dx) / em);
      y?.push(glyph.dy / em);
      pen += glyph.advance;
    }
    const glyphs = {
      face: used,
      gids: gids ?? [],
      x: x ?? [],
      y: y ?? [],
      body: pen / em,
      before: 0,
      after: 0,
    };
    clusters.push({
      start,
      end: shaped[next]?.cluster ?? run.length,
      glyphs: narrowQuote(run, start, glyphs),
    });
    at = next;
  }
  return clusters;
}

/** A Chinese face's “ ” ‘ ’ are an em wide: beside Latin they are set on the half that holds their ink. */
function narrowQuote(run: string, at: number, glyphs: CellGlyphs): CellGlyphs {
  if (!/[“”‘’]/.test(run[at] as string) || glyphs.body < 0.95 || glyphs.gids.length !== 1) return glyphs;
  const opens = /[“‘]/.test(run[at] as string);
  return { ...glyphs, x: [opens ? -HALF : 0], body: run[at] === "’" ? 0.3 : HALF };
}

/** Advance of the word space in em; ¼ where the face has none. */
export function spaceAdvance(faces: Faces, id: FaceId): number {
  const face = faces.face(id);
  const gid = face.glyph(0x20);
  return gid === 0 ? 0.25 : face.advance(gid) / face.unitsPerEm;
}
