/**
 * What is let in as facts and house style of an edition: a file comes from strangers, and whatever composes a page
 * trusts these values.
 *
 * A value left out is the house's own, so that a file written before a setting existed opens as it printed. One of
 * another type, or so large that no newspaper means it, is refused.
 */
import { type EditionFacts, noFacts } from "./facts.ts";
import { proofRounds, queryRules, roles } from "./signing.ts";
import { broadsheet, type HouseStyle, isSpotName } from "./style.ts";

/** Longest text of a fact or a setting in UTF-16 units, longest list, largest number. */
const TEXT = 1000;
const LIST = 50_000;
const NUMBER = 100_000;

/** Least and most of the numbers that decide how much work a page is; by path in the style. */
const bounds: Readonly<Record<string, readonly [number, number]>> = {
  "paper.width": [20, 2000],
  "paper.height": [20, 2000],
  "paper.bleed": [0, 50],
  "paper.marginTop": [0, 500],
  "grid.columns": [1, 40],
  "grid.measure": [1, 200],
  "grid.gap": [0, 20],
  "grid.size": [3, 100],
  "grid.pitch": [3, 200],
  "grid.lines": [1, 1000],
  "scale.*": [3, 500],
  "plan.maxJumps": [0, 20],
  "press.resolution": [20, 2400],
  ...Object.fromEntries(["c", "m", "y", "k"].map((ink) => [`press.masthead.${ink}`, [0, 100]])),
};
const whole = new Set(["grid.columns", "grid.measure", "grid.gap", "grid.lines", "plan.maxJumps"]);

/** An element of each list, where the house's own list is empty. */
const elements: Readonly<Record<string, unknown>> = {
  "proof.off": "",
  "proof.places": { name: "", parent: "" },
  "proof.lexicon": "",
  "proof.people": { name: "", title: "" },
  ...Object.fromEntries(proofRounds.map((round) => [`signing.demands.${round}`, ""])),
};

const signLists = proofRounds.flatMap((round) => [`signing.signs.${round}`, `signing.demands.${round}`]);
/** Lists that may be empty although the house's own is not. */
const emptiable = new Set(signLists);

/** Settings that are one of a few words. */
const words: Readonly<Record<string, readonly string[]>> = {
  "text.punctuation": ["quanjiao", "banjiao", "kaiming", "plain"],
  "text.prohibition": ["none", "basic", "strict"],
  "proof.forms.byline": ["", "space", "slash", "close"],
  "proof.forms.dateline": ["", "space", "close"],
  "proof.forms.reporter": ["", "named", "unnamed"],
  "signing.queries": queryRules,
  ...Object.fromEntries(signLists.map((path) => [`${path}.*`, roles])),
};
const faces = ["song", "song-bold", "song-black", "hei", "hei-bold", "hei-black", "kai", "brush"];

/** Throws a RangeError that names the fact which cannot be one. */
export const admitFacts = (value: unknown): EditionFacts => admit(noFacts, value, "") as EditionFacts;

/** Throws a RangeError that names the setting which cannot be one. */
export function admitStyle(value: unknown): HouseStyle {
  const style = admit(broadsheet, value, "") as HouseStyle;
  // A profile is named, never a path: an edition must not choose which files of this machine are read.
  if (!/^[\w.-]*$/.test(style.press.profile)) throw refused("press.profile", style.press.profile);
  const { spot } = style.press.masthead;
  if (!isSpotName(spot)) throw refused("press.masthead.spot", spot);
  return style;
}

function admit(house: unknown, value: unknown, path: string): unknown {
  if (value === undefined) return house;
  if (path === "proof.terms") return terms(value);
  if (Array.isArray(house)) return list(house, value, path);
  if (path === "proof.severity") return severities(value);
  if (typeof house === "object" && house !== null) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused(path, value);
    const own = (key: string) => (Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined);
    const under = (key: string) => (path ? `${path}.${key}` : key);
    return Object.fromEntries(
      Object.entries(house).map(([key, part]) => [key, admit(part, own(key), under(key))]),
    );
  }
  if (typeof value !== typeof house) throw refused(path, value);
  if (typeof value === "string") return word(value, path);
  if (typeof value === "number") return number(value, path);
  return value;
}

function number(value: number, path: string): number {
  const [least, most] = bounds[path] ?? [0, NUMBER];
  if (!(value >= least && value <= most) || (whole.has(path) && !Number.isInteger(value)))
    throw refused(path, value);
  return value;
}

function word(value: string, path: string): string {
  const allowed = path.startsWith("faces.") ? faces : words[path];
  if (value.length > TEXT || (allowed && !allowed.includes(value))) throw refused(path, value);
  return value;
}

function list(house: readonly unknown[], value: unknown, path: string): unknown[] {
  if (!Array.isArray(value) || value.length > LIST) throw refused(path, value);
  const element = elements[path] ?? house[0];
  // A pair (least and most) has the length it has.
  const pair = house.length === 2 && house.every((n) => typeof n === "number");
  const least = house.length > 0 && !emptiable.has(path) ? 1 : 0;
  if (pair ? value.length !== 2 : value.length < least) throw refused(path, value);
  return Array.from(value, (item, i) => {
    if (item === undefined) throw refused(`${path}.${i}`, item);
    return admit(element, item, `${path}.*`);
  });
}

/** Entries of the house's terms: a term, and where they are given what to say instead and how grave it is. */
function terms(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length > LIST) throw refused("proof.terms", value);
  return Array.from(value, (entry, i) => {
    const path = `proof.terms.${i}`;
    if (typeof entry !== "object" || entry === null) throw refused(path, entry);
    const { term, instead, severity } = entry as Record<string, unknown>;
    if (severity !== undefined && !SEVERITIES.includes(severity as string))
      throw refused(`${path}.severity`, severity);
    return {
      term: admit("", term ?? null, `${path}.term`),
      ...(instead !== undefined && { instead: admit("", instead, `${path}.instead`) }),
      ...(severity !== undefined && { severity }),
    };
  });
}

const SEVERITIES = ["error", "warning", "advice"];

function severities(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) throw refused("proof.severity", value);
  const entries = Object.entries(value).slice(0, LIST);
  for (const [rule, severity] of entries) {
    if (!SEVERITIES.includes(severity)) throw refused(`proof.severity.${rule}`, severity);
  }
  return Object.fromEntries(entries);
}

const refused = (path: string, value: unknown) =>
  new RangeError(`${path || "value"} cannot be ${JSON.stringify(value)?.slice(0, 80)}`);
