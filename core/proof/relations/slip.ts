/**
 * Whether a sum that fails could be a slip: one of its figures written wrong by one digit.
 *
 * A list that was never meant to be complete misses its total by any amount; one that was misses it by what a hand or
 * an eye gets wrong. So a difference that one slip in one figure explains tells a list that is complete from one that
 * is not, wherever the words leave both readings open.
 */
import { tolerance } from "./claim.ts";
import { amount, type Entry } from "./stream.ts";

/** True where one figure, one digit of it other, lost, doubled or turned round with its neighbour, mends the sum. */
export function isSlip(total: Entry, parts: readonly Entry[], sum: number): boolean {
  const difference = sum - amount(total);
  const slack = tolerance(total, parts);
  if (mends(total, amount(total) + difference, slack)) return true;
  const seen = new Set<Entry>();
  return parts.some((part) => {
    if (seen.has(part)) return false;
    seen.add(part);
    return mends(part, amount(part) - difference / part.times, slack);
  });
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
  const room = Math.min(2, Math.floor(slack / unit));
  for (let k = -room; k <= room; k++) if (looksLike(was, meant + k)) return true;
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
