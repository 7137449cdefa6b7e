/**
 * Full-width and half-width forms (全角、半角): one text for comparing, one for setting.
 *
 * `foldWidth` changes no length, so that offsets found in the folded text are offsets of the text itself.
 */

/** From a half-width sign to its full-width form (Unicode, Halfwidth and Fullwidth Forms). */
const TO_HALF = 0xfee0;

const quotes: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "　": " ",
  "\u00a0": " ",
};

/** `text` with full-width Latin, digits, signs, spaces and quotes as half-width ones. UTF-16 length is kept. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e“”‘’\u3000\u00a0]/g, (sign) => quotes[sign] ?? half(sign));
}

const half = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - TO_HALF);
const full = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + TO_HALF);

/** Han, or what stands between Han: after one of these a half-width comma is a slip of the keyboard. */
const HAN_SIDE = /[\p{Script=Han}”’》）」』】％]/u;
const HAN_NEXT = /[\p{Script=Han}“‘《（「『【”’》）」』】]/u;

/**
 * `text` as a house sets it: Latin letters, digits and the signs inside numbers half-width, punctuation of a Chinese
 * sentence full-width (GB/T 15834-2011, 5.1.10 and 附录 B). What may be either is left as it was.
 */
export function houseWidth(text: string): string {
  const latin = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, half).replace(/(?<=\d)[．，：](?=\d)/g, half);
  return latin.replace(/[,;:?!]/g, (sign, at: number) => {
    const before = latin.slice(Math.max(0, at - 1), at);
    const after = latin.slice(at + 1, at + 2);
    return HAN_SIDE.test(before) && (after === "" || HAN_NEXT.test(after)) ? full(sign) : sign;
  });
}
