/**
 * A figure written wrong, as a slip of the hand or a misread digit would have it.
 *
 * Small: one more, one less, ten more (for a decimal, three of its last places, which no rounding hides). Large: its
 * first digit another, a digit lost or set twice, two digits turned round.
 */
export interface Altered {
  readonly size: "small" | "large";
  /** The quoted figure with its number changed. */
  readonly by: string;
}

export function alterations(quote: string): Altered[] {
  const number = /[0-9]+(?:\.[0-9]+)?/.exec(quote)?.[0];
  if (number === undefined) return [];
  const decimals = number.split(".")[1]?.length ?? 0;
  const step = decimals > 0 ? 3 : 1;
  const small = [1, -1, 10]
    .map((n) => Number(number) + (n * step) / 10 ** decimals)
    .filter((value) => value > 0)
    .map((value) => value.toFixed(decimals));
  const first = Number(number[0]);
  const large = [
    `${first === 9 ? 8 : first + 1}${number.slice(1)}`,
    ...(number.length > 2 && decimals === 0 ? [number.slice(0, -1), `${number[0]}${number}`] : []),
    ...(decimals === 0 && number.length > 1 && number[0] !== number[1] && number[1] !== "0"
      ? [`${number[1]}${number[0]}${number.slice(2)}`]
      : []),
  ];
  const made = (size: Altered["size"]) => (to: string) => ({ size, by: quote.replace(number, to) });
  return [...small.map(made("small")), ...large.filter((to) => to !== number).map(made("large"))];
}
