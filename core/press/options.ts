/**
 * What a newsroom decides about a print file, with this house's defaults.
 *
 * Everything that could differ between two exports of one sheet stands here, the time included: the press has no
 * clock, so the same sheets with the same options give the same bytes.
 */
import type { GlyphRun } from "../compose/sheet.ts";
import type { FaceId } from "../edition/style.ts";
import { Problem } from "../problem.ts";

/** PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4). */
export type PressStandard = "x4" | "x1a";

/** The press's characterised printing condition, and the profile that describes it. */
export interface PressProfile {
  /** A CMYK output profile (ICC class `prtr`), as read from its file. */
  readonly data: Uint8Array;
  /** OutputConditionIdentifier: the characterisation's name in the ICC registry, or "Custom". */
  readonly identifier: string;
  /** What a person should read about it. */
  readonly info: string;
}

/**
 * Sets one short line of text from (0, 0), its baseline's left end, for slug and margin. `size` is in pt; where no
 * `face` is asked for, the house's for such lines.
 */
export type SetText = (text: string, size: number, face?: FaceId) => readonly GlyphRun[];

export interface PressOptions {
  readonly standard: PressStandard;
  readonly profile: PressProfile;
  /** Moment of the export, ISO 8601 with offset: "2020-02-18T01:30:00+08:00". */
  readonly created: string;
  readonly title: string;
  /** Name of the paper and date of the edition, for the slug line. */
  readonly paper: string;
  readonly date: string;
  readonly creator: string;
  /** Black text up to this size (pt) overprints. */
  readonly overprintLimit: number;
  /** Trim and registration marks and a slug line around the bleed. */
  readonly marks: boolean;
  /** A picture nobody delivered: a crossed frame in its place, or no file at all. */
  readonly missingPicture: "frame" | "refuse";
  /** Shapes the slug line; without it marks have no slug. */
  readonly setText: SetText | null;
}

export const pressDefaults = {
  standard: "x4",
  title: "",
  paper: "",
  date: "",
  creator: "Dayang",
  overprintLimit: 12,
  marks: false,
  missingPicture: "frame",
  setText: null,
} as const satisfies Partial<PressOptions>;

/** Defaults filled in; `created` and `profile` have none. */
export type PressRequest = Pick<PressOptions, "created" | "profile"> & Partial<PressOptions>;

export function pressOptions(request: PressRequest): PressOptions {
  const options: PressOptions = { ...pressDefaults, ...request };
  checkProfile(options.profile);
  return options;
}

/**
 * An output intent needs a CMYK profile of the output class (ISO 15930-7, 6.2.3).
 * Throws a Problem, which calls it by `name`, for a file that is no such profile.
 */
export function checkProfile(profile: PressProfile, name = profile.identifier): void {
  const { data } = profile;
  const ascii = (offset: number) => String.fromCharCode(...data.subarray(offset, offset + 4));
  if (data.length < 132 || ascii(36) !== "acsp")
    throw new Problem("press.profile-unreadable", { profile: name });
  if (ascii(12) !== "prtr" || ascii(16) !== "CMYK")
    throw new Problem("press.profile-not-cmyk-output", { profile: name });
}
