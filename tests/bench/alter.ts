/**
 * A figure written wrong, as a slip of the hand or a misread digit would have it.
 *
 * Small: one more, one less, ten more (for a decimal, three of its last places, which no rounding hides). Large: its
 * first digit another, a digit lost or set twice, two digits turned round. Of a Chinese numeral one character is
 * another: 三十六 as 三十七, 两 as 三.
 */
export const SLIPS = [
  "one more",
  "one less",
  "ten more",
  "first digit",
  "lost",
  "doubled",
  "turned",
] as const;
export type Slip = (typeof SLIPS)[number];

export interface Altered {
  readonly slip: Slip;
  /** The quoted figure with its number changed. */
  readonly by: string;
}

/** Every slip the figure allows, each once. */
export function alterations(quote: string): Altered[] {
  const number = /[0-9]+(?:\.[0-9]+)?/.exec(quote)?.[0];
  if (number === undefined) return spoken(quote);
  const decimals = number.split(".")[1]?.length ?? 0;
  const step = decimals > 0 ? 3 : 1;
  const moved = (n: number) => Number(number) + (n * step) / 10 ** decimals;
  const first = Number(number[0]);
  const whole = decimals === 0;
  const made: (readonly [Slip, string | null])[] = [
    ["one more", moved(1).toFixed(decimals)],
    ["one less", moved(-1) > 0 ? moved(-1).toFixed(decimals) : null],
    ["ten more", moved(10).toFixed(decimals)],
    ["first digit", `${first === 9 ? 8 : first + 1}${number.slice(1)}`],
    ["lost", whole && number.length > 2 ? number.slice(0, -1) : null],
    ["doubled", whole && number.length > 2 ? `${number[0]}${number}` : null],
    [
      "turned",
      whole && number.length > 1 && number[0] !== number[1] && number[1] !== "0"
        ? `${number[1]}${number[0]}${number.slice(2)}`
        : null,
    ],
  ];
  const seen = new Set([number]);
  return made.flatMap(([slip, to]) => {
    if (to === null || seen.has(to)) return [];
    seen.add(to);
    return [{ slip, by: quote.replace(number, to) }];
  });
}

const DIGITS = "一二三四五六七八九";

function spoken(quote: string): Altered[] {
  const at = [...quote].findLastIndex((char) => char === "两" || DIGITS.indexOf(char) > 0);
  if (at < 0) return [];
  const value = quote[at] === "两" ? 2 : DIGITS.indexOf(quote[at] as string) + 1;
  const as = (digit: string) => quote.slice(0, at) + digit + quote.slice(at + 1);
  return [
    ...(value < 9 ? [{ slip: "one more" as const, by: as(DIGITS[value] as string) }] : []),
    ...(value > 3 ? [{ slip: "one less" as const, by: as(DIGITS[value - 2] as string) }] : []),
  ];
}
