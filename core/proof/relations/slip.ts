/**
 * Whether a sum that fails could be a slip: one of its figures written wrong by one digit.
 *
 * A list that was never meant to be complete misses its total by any amount; one that was misses it by what a hand or
 * an eye gets wrong. So a difference that one slip in one figure explains tells a list that is complete from one that
 * is not, wherever the words leave both readings open.
 */
import { tolerance } from "./claim.ts";
import { amount, type Entry, grain } from "./stream.ts";

/** True where one figure, one digit of it other, lost, doubled or turned round with its neighbour, mends the sum. */
export function isSlip(total: Entry, parts: readonly Entry[], sum: number): boolean {
  const difference = sum - amount(total);
  // 6金7银7铜 is no 6 written wrong: with one part the whole, the others are its fellows.
  if (parts.length > 1 && parts.some((part) => amount(part) === amount(total))) return false;
  const slack = tolerance(total, parts);
  if (mends(total, amount(total) + difference, slack)) return true;
  const seen = new Set<Entry>();
  return parts.some((part) => {
    if (seen.has(part)) return false;
    seen.add(part);
    return mends(part, amount(part) - difference / part.times, slack);
  });
}

/** Whether one figure could be the other written wrong: a digit other, lost or doubled, or two turned round. `least`: digits it must have. */
export function isMisprint(a: Entry, b: Entry, least: number): boolean {
  if (a.mention.scale !== b.mention.scale || a.mention.ulp !== b.mention.ulp) return false;
  const [x, y] = [Math.round(units(a)), Math.round(units(b))];
  return Math.min(x, y) >= 10 ** (least - 1) && looksLike(x, y);
}

/** How many units of its last digit a figure counts: 4.86万 is 486. */
const units = ({ mention }: Entry) => mention.value / mention.ulp;

/**
 * Whether a slip of these figures says more than chance: the total counts `least` units of its last printed digit, or
 * the parts are many.
 */
export const isTelling = (total: Entry, parts: readonly Entry[], least: number) =>
  units(total) >= least || (parts.length >= 3 && units(total) >= 10);

/** Whether the figure might have been meant to be `should` (in full), give or take what rounding hides. */
function mends({ mention }: Entry, should: number, slack: number): boolean {
  const { ulp, scale } = mention;
  const was = Math.round(mention.value / ulp);
  const unit = ulp * scale;
  const meant = Math.round(should / unit);
  if (meant <= 0 || Math.abs(meant * unit - should) > Math.max(slack, unit * 0.51)) return false;
  // Rounded parts leave the last digit open.
  const room = Math.min(1, Math.floor(slack / unit));
  for (let k = -room; k <= room; k++) if (looksLike(was, meant + k)) return true;
  return false;
}

/**
 * Whether a share (`told`, in percent) misses part over whole by a slip of one of the three, rounding or cutting off
 * allowed.
 */
export function isShareSlip(told: Entry, part: Entry, whole: Entry): boolean {
  const { value, ulp } = told.mention;
  // In tenths (六成) almost any other is one off.
  if (told.mention.class !== "%") return false;
  const [a, b] = [amount(part), amount(whole)];
  const exact = (a / b) * 100;
  // Rounding leaves open what the share is: only one that is well off says anything.
  const open = (exact * (grain(part) / a + grain(whole) / b)) / 2;
  if (open > COARSE || (open > 0 && Math.abs(exact - value) <= open + ulp)) return false;
  if (open > ulp) return looksLike(Math.round(value / ulp), Math.round(exact / ulp));
  const shown = Math.round(value / ulp);
  if ([Math.round(exact / ulp), Math.floor(exact / ulp)].some((meant) => looksLike(shown, meant)))
    return true;
  const [low, high] = [(value - ulp / 2) / 100, (value + ulp) / 100];
  return anyLike(part, low * b, high * b) || (low > 0 && anyLike(whole, a / high, a / low));
}

/** Percentage points that rounding of part and whole may open. */
const COARSE = 2;
/** More values than these that rounding leaves open say nothing. */
const MOST_OPEN = 12;

function anyLike({ mention }: Entry, from: number, to: number): boolean {
  const unit = mention.ulp * mention.scale;
  const [low, high] = [Math.ceil(from / unit), Math.floor(to / unit)];
  if (high - low > MOST_OPEN) return false;
  const was = Math.round(mention.value / mention.ulp);
  for (let meant = low; meant <= high; meant++) if (looksLike(was, meant)) return true;
  return false;
}

function looksLike(a: number, b: number): boolean {
  if (b <= 0) return false;
  if (Math.abs(a - b) === 1 || Math.abs(a - b) === 10) return true;
  const [x, y] = [String(a), String(b)];
  if (x.length === y.length) {
    const at = [...x].findIndex((digit, i) => digit !== y[i]);
    if (x.slice(at + 1) === y.slice(at + 1)) return true;
    return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2);
  }
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  // One digit more or less than one is another number altogether.
  if (long.length - short.length !== 1 || short.length < 2) return false;
  const at = [...short].findIndex((digit, i) => digit !== long[i]);
  return long.slice(at < 0 ? short.length + 1 : at + 1) === (at < 0 ? "" : short.slice(at));
}
