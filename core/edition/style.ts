/**
 * The house style: every measurement, face and limit a newsroom would want to decide for itself.
 *
 * An edition carries its own copy, so an old file prints as it did. Where a number comes from a norm the norm is
 * named; the others are this house's habits.
 */

import { houseSigning, type Signing } from "./signing.ts";

/** Names a face without naming a file; the host finds the file (and says so when it has to substitute). */
export type FaceId = "song" | "song-bold" | "song-black" | "hei" | "hei-bold" | "hei-black" | "kai" | "brush";

export type PunctuationStyle = "quanjiao" | "banjiao" | "kaiming" | "plain";

export interface HouseStyle {
  readonly name: string;
  readonly paper: {
    /** Trim size in mm. A broadsheet (对开) page is about 390 × 543, a tabloid (四开) 270 × 390. */
    readonly width: number;
    readonly height: number;
    /** Bleed in mm around the trim. */
    readonly bleed: number;
    /** Top of the trim to the first grid line's top, in mm; the folio (报眉) stands in it. */
    readonly marginTop: number;
  };
  readonly grid: {
    /** Basic columns (基本栏) of the page. */
    readonly columns: number;
    /** Characters to a basic column. */
    readonly measure: number;
    /** Gap between columns, in characters. */
    readonly gap: number;
    /** Body size in pt; also the width of a character cell. */
    readonly size: number;
    /** Distance of body baselines in pt. */
    readonly pitch: number;
    /** Body lines from the top of the type area to its foot. */
    readonly lines: number;
  };
  /** Type sizes of the house in pt, ascending (六号 7.875 … 特大号). */
  readonly scale: readonly number[];
  readonly faces: {
    readonly body: FaceId;
    readonly headline: FaceId;
    readonly headlineSecond: FaceId;
    readonly kicker: FaceId;
    readonly deck: FaceId;
    readonly byline: FaceId;
    readonly dateline: FaceId;
    readonly crosshead: FaceId;
    readonly caption: FaceId;
    readonly commentary: FaceId;
    readonly jump: FaceId;
    readonly folio: FaceId;
    readonly masthead: FaceId;
  };
  readonly text: {
    readonly punctuation: PunctuationStyle;
    /** First-line indent in em (CLREQ: 2, or 1 in narrow columns). */
    readonly indent: number;
    /** Line-breaking prohibition: "basic" allows —— and …… at a line's start, "strict" does not; "none" only for galleys. */
    readonly prohibition: "none" | "basic" | "strict";
    /** A number is not parted from its measure word or 年/月/日, as long as no line grows looser than .05 em by it. */
    readonly keepMeasureWords: boolean;
    /** Han–Latin gap in em (CLREQ ¼) with its bounds under pressure. */
    readonly hanLatin: { readonly min: number; readonly ideal: number; readonly max: number };
    /** The last line of a paragraph has at least this many characters (孤字). */
    readonly minLastLine: number;
  };
  readonly layout: {
    /** Depth of a headline group in body lines, least and most, by width in basic columns (first entry: one column). */
    readonly headlineDepth: readonly (readonly [number, number])[];
    /** The same for the lead (头条), of three columns or more. */
    readonly leadDepth: readonly [number, number];
    /** Smallest and largest headline in pt by width in basic columns. */
    readonly headlineSize: readonly (readonly [number, number])[];
    /** The same for the lead, which is to be the largest of the page. */
    readonly leadSize: readonly [number, number];
    /** Smallest and largest headline in pt of a continuation (接版): it opens with a small one of its own. */
    readonly continuationSize: readonly [number, number];
    /** Kicker and deck as a part of the headline's size: about two grades (号) under it. */
    readonly secondary: number;
    /** Narrowest a headline is condensed to fit its measure, 1 for never. */
    readonly condense: number;
    /** Column rules and rules between articles, in pt. */
    readonly hairline: number;
    /** True where a rule stands between the columns of a block, too (栏线); else white space alone parts them. */
    readonly columnRules: boolean;
    /** Body lines that an article keeps on the page it jumps from, at least, to each of its columns. */
    readonly minJumpLines: number;
    /** Empty lines at a block's foot above which the space counts as a hole. */
    readonly holeLines: number;
    /** Tint under a boxed commentary, percent of black. */
    readonly tint: number;
  };
  /** What planning may do of itself; it prints nothing. */
  readonly plan: {
    /** Stories of a page that planning may let go on on another page (转版) where there is more copy than page; 0 for none. */
    readonly maxJumps: number;
  };
  readonly press: {
    /** Output profile by name; the host loads it. */
    readonly profile: string;
    /** Total ink in percent: warned above, an error above. */
    readonly inkWarning: number;
    readonly inkError: number;
    readonly resolution: number;
    /**
     * Ink of the paper's name in the masthead (报头套色), in percent of each process colour. With `spot`, the name of
     * a spot colour (专色), it prints from a plate of its own and the process colours stand for it on screen and proof.
     */
    readonly masthead: {
      readonly spot: string;
      readonly c: number;
      readonly m: number;
      readonly y: number;
      readonly k: number;
    };
  };
  readonly signing: Signing;
  readonly proof: {
    /** Rules switched off, and severities changed, by rule id. */
    readonly off: readonly string[];
    readonly severity: Readonly<Record<string, "error" | "warning" | "advice">>;
    /** House gazetteer: places that exist beside the national divisions, each with its parent. */
    readonly places: readonly { readonly name: string; readonly parent: string }[];
    /** Words the desk has said are right. */
    readonly lexicon: readonly string[];
    /** The order of officials, and reporters of the house, where lists are kept. */
    readonly people: readonly { readonly name: string; readonly title: string }[];
    /** Words the house does not print, with what it says instead. */
    readonly terms: readonly {
      readonly term: string;
      readonly instead?: string;
      readonly severity?: "error" | "warning" | "advice";
    }[];
    /** Forms of bylines (署名) and datelines (电头); "" for whatever most of the edition's are. */
    readonly forms: {
      /** Between 记者 or 通讯员 and the name: 记者 张三, 记者/张三, 记者张三. */
      readonly byline: "" | "space" | "slash" | "close";
      /** Between 讯 and what follows: 株洲日报讯 2月17日, 株洲日报讯2月17日. */
      readonly dateline: "" | "space" | "close";
      /** Whether the dateline names its reporters: 株洲日报讯（记者 张三）. */
      readonly reporter: "" | "named" | "unnamed";
    };
  };
}

export const broadsheet: HouseStyle = {
  name: "对开大报",
  paper: { width: 390, height: 543, bleed: 3, marginTop: 21 },
  // 8 × 13 + 7 = 111 characters × 9 pt = 352.4 mm; 122 lines × 11.7 pt = 503.6 mm.
  grid: { columns: 8, measure: 13, gap: 1, size: 9, pitch: 11.7, lines: 122 },
  scale: [7.875, 9, 10.5, 12, 14, 15.75, 18, 21, 24, 28, 32, 36, 42, 48, 54, 63, 72],
  faces: {
    body: "song",
    headline: "hei-bold",
    headlineSecond: "song-black",
    kicker: "song-bold",
    deck: "kai",
    byline: "kai",
    dateline: "hei",
    crosshead: "hei-bold",
    caption: "kai",
    commentary: "kai",
    jump: "kai",
    folio: "song",
    masthead: "brush",
  },
  text: {
    punctuation: "kaiming",
    indent: 2,
    prohibition: "strict",
    keepMeasureWords: true,
    hanLatin: { min: 1 / 8, ideal: 1 / 4, max: 1 / 3 },
    minLastLine: 2,
  },
  layout: {
    headlineDepth: [
      [2, 4],
      [4, 6],
      [5, 7],
      [6, 8],
      [6, 9],
    ],
    leadDepth: [7, 12],
    headlineSize: [
      [12, 18],
      [18, 28],
      [24, 36],
      [28, 36],
      [32, 36],
    ],
    leadSize: [42, 63],
    continuationSize: [12, 21],
    secondary: 0.52,
    condense: 0.88,
    hairline: 0.3,
    columnRules: false,
    minJumpLines: 6,
    holeLines: 2,
    tint: 8,
  },
  plan: { maxJumps: 4 },
  press: {
    profile: "coldset-newsprint-tr002-tac220",
    inkWarning: 220,
    inkError: 240,
    resolution: 200,
    masthead: { spot: "", c: 0, m: 0, y: 0, k: 100 },
  },
  signing: houseSigning,
  proof: {
    off: [],
    severity: {},
    places: [],
    lexicon: [],
    people: [],
    terms: [],
    forms: { byline: "", dateline: "", reporter: "" },
  },
};

/** False for names of plates that there are anyhow, or that mean all or none of them (ISO 32000-1, 8.6.6.4). */
export const isSpotName = (name: string): boolean =>
  name === name.trim() && name.length <= 60 && !/^(cyan|magenta|yellow|black|all|none|[cmyk])$/i.test(name);

/** Points to a millimetre. */
export const MM = 72 / 25.4;

/** Characters in a measure of `n` basic columns: 13n + (n − 1) with the default grid. */
export function measureOf(style: HouseStyle, n: number): number {
  return style.grid.measure * n + style.grid.gap * (n - 1);
}
