/**
 * HarfBuzz's subsetter: a font program cut down to the glyphs a PDF uses.
 *
 * harfbuzzjs ships it as a bare WebAssembly module without bindings; these are the few calls needed. Everything
 * allocated is freed again, so a long session does not grow.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { onlyGlyphs } from "../../core/fonts/only-glyphs.ts";
import type { FontSource } from "../../core/fonts/truetype.ts";
import type { FontSubset, PaddedGlyph } from "../../core/world.ts";

/** The part of the WebAssembly API used here; its types come with the DOM library, which the host does without. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
  _initialize(): void;
}

// hb-subset.h
const NO_HINTING = 0x01;
const RETAIN_GIDS = 0x02;
const NOTDEF_OUTLINE = 0x40;
const NO_LAYOUT_CLOSURE = 0x200;
const DROP_TABLE_TAG = 3;
const READONLY = 1;

/** Tables a PDF viewer never reads; layout is done, so its tables would be dead weight. */
const unused = [
  "GSUB",
  "GPOS",
  "GDEF",
  "BASE",
  "JSTF",
  "DSIG",
  "MATH",
  "vhea",
  "vmtx",
  "VORG",
  "name",
  "STAT",
  "meta",
];

let loaded: Exports | undefined;

function wasm(): Exports {
  if (!loaded) {
    const path = createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm");
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)));
    loaded = instance.exports as Exports;
    loaded._initialize();
  }
  return loaded;
}

/**
 * `whole` with only the glyphs `gids` (ascending) and .notdef, hinting dropped. A TrueType font is renumbered before
 * HarfBuzz sees it: that takes a twentieth of the memory, and a page's glyphs with ids of their own pack better.
 * Throws an Error where HarfBuzz fails.
 */
export function subsetFont(
  whole: FontSource,
  gids: readonly number[],
  padded: readonly PaddedGlyph[] = [],
): FontSubset {
  const few = onlyGlyphs(whole, gids, padded);
  if (few) {
    const kept = Array.from({ length: gids.length + padded.length }, (_, i) => i + 1);
    return { data: harfbuzzSubset(few, kept), renumbered: true };
  }
  if (padded.length > 0) throw new Error("only a TrueType font takes padded glyphs");
  return { data: harfbuzzSubset(whole.read(0, whole.size), gids), renumbered: false };
}

/** Glyph ids stay. */
function harfbuzzSubset(bytes: Uint8Array, gids: readonly number[]): Uint8Array {
  const hb = wasm();
  const data = hb.malloc(bytes.length);
  if (!data) throw new Error(`no memory for a font of ${bytes.length} bytes`);
  new Uint8Array(hb.memory.buffer).set(bytes, data);
  const blob = hb.hb_blob_create(data, bytes.length, READONLY, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    const glyphs = hb.hb_subset_input_glyph_set(input);
    for (const gid of gids) hb.hb_set_add(glyphs, gid);
    const dropped = hb.hb_subset_input_set(input, DROP_TABLE_TAG);
    for (const tag of unused) hb.hb_set_add(dropped, tagNumber(tag));
    hb.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GIDS | NOTDEF_OUTLINE | NO_LAYOUT_CLOSURE);
    const subset = hb.hb_subset_or_fail(face, input);
    if (!subset) throw new Error("HarfBuzz could not subset the font");
    const result = hb.hb_face_reference_blob(subset);
    const length = hb.hb_blob_get_length(result);
    const start = hb.hb_blob_get_data(result, 0);
    const out = new Uint8Array(hb.memory.buffer, start, length).slice();
    hb.hb_blob_destroy(result);
    hb.hb_face_destroy(subset);
    return out;
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.free(data);
  }
}

function tagNumber(tag: string): number {
  return (
    ((tag.charCodeAt(0) << 24) | (tag.charCodeAt(1) << 16) | (tag.charCodeAt(2) << 8) | tag.charCodeAt(3)) >>>
    0
  );
}
