/** The graphics state of a content stream, as far as preflight follows it; replaced, never changed in place. */
import type { Box } from "../boxes.ts";
import { IDENTITY, type Matrix } from "./matrix.ts";
import { GREY, type Space } from "./spaces.ts";
import type { Typeface } from "./typefaces.ts";

export interface Colour {
  readonly space: Space;
  readonly values: readonly number[];
}

export interface State {
  readonly ctm: Matrix;
  readonly clip: Box;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly lineWidth: number;
  readonly overprintFill: boolean;
  readonly overprintStroke: boolean;
  readonly opm: number;
  readonly typeface: Typeface | null;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

export const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6];
export const BLACK: Colour = { space: GREY, values: [0] };

/** What a page starts with (ISO 32000-1, 8.4.1). */
export function initialState(clip: Box): State {
  return {
    ctm: IDENTITY,
    clip,
    fill: BLACK,
    stroke: BLACK,
    lineWidth: 1,
    overprintFill: false,
    overprintStroke: false,
    opm: 0,
    typeface: null,
    size: 1,
    charSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}
