/**
 * PDF objects as plain values, and how they are spelled in a file (ISO 32000-1, 7.3): numbers, names, strings, arrays,
 * dictionaries and references. A JavaScript string is a name; text that is no name is a PdfString.
 */

export class PdfRef {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A string object, already spelled: `(…)` or `<…>`. */
export class PdfString {
  readonly spelled: string;
  constructor(spelled: string) {
    this.spelled = spelled;
  }
}

/** A key that begins with a slash is spelled already: a name out of another file, byte for byte. */
export interface PdfDict {
  readonly [key: string]: PdfValue | undefined;
}
export type PdfValue = number | string | boolean | null | PdfRef | PdfString | readonly PdfValue[] | PdfDict;

/** A text string: PDFDocEncoding where ASCII will do, else UTF-16BE. */
export function text(value: string): PdfString {
  return /^[\x20-\x7e]*$/.test(value)
    ? new PdfString(`(${value.replace(/[\\()]/g, "\\$&")})`)
    : hexString(`FEFF${Array.from({ length: value.length }, (_, i) => hex(value.charCodeAt(i))).join("")}`);
}

export const hexString = (digits: string) => new PdfString(`<${digits}>`);

const hex = (unit: number) => unit.toString(16).toUpperCase().padStart(4, "0");

/** As it stands in the file; a character for each byte. Entries of a dictionary that are undefined are left out. */
export function spelled(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "number") return decimal(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return `/${escapedName(value)}`;
  if (value instanceof PdfRef) return `${value.number} 0 R`;
  if (value instanceof PdfString) return value.spelled;
  if (Array.isArray(value)) return `[${value.map(spelled).join(" ")}]`;
  const entries = Object.entries(value as PdfDict).flatMap(([key, item]) =>
    item === undefined ? [] : [`${key.startsWith("/") ? key : `/${escapedName(key)}`} ${spelled(item)}`],
  );
  return `<<${entries.join(" ")}>>`;
}

/** Without an exponent, which PDF does not know. */
function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of a PDF`);
  const plain = String(value);
  return plain.includes("e") ? value.toFixed(10).replace(/\.?0+$/, "") : plain;
}

/** Bytes outside the regular characters as #xx, of the name's UTF-8 (ISO 32000-1, 7.3.5). */
function escapedName(name: string): string {
  if (/^[\w.+-]*$/.test(name)) return name;
  return Array.from(new TextEncoder().encode(name), (byte) => {
    const character = String.fromCharCode(byte);
    const regular = byte > 0x20 && byte < 0x7f && !"()<>[]{}/%#".includes(character);
    return regular ? character : `#${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
