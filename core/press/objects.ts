/**
 * PDF objects as the press writes them down: plain values, which become pdf-lib's (ISO 32000-1, 7.3). A JavaScript
 * string is a name; text that is no name is a string object of pdf-lib's.
 */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFObject,
  type PDFRef,
  PDFString,
} from "pdf-lib";

export type PdfRef = PDFRef;

/** A key that begins with a slash is spelled already: a name out of another file, byte for byte. */
export interface PdfDict {
  /** Entries that are undefined are left out. */
  readonly [key: string]: PdfValue | undefined;
}
export type PdfValue = number | string | boolean | null | PDFObject | readonly PdfValue[] | PdfDict;

/** A text string: PDFDocEncoding where ASCII will do, else UTF-16BE. */
export function text(value: string): PDFString | PDFHexString {
  return /^[\x20-\x7e]*$/.test(value)
    ? PDFString.of(value.replace(/[\\()]/g, "\\$&"))
    : PDFHexString.fromText(value);
}

export const hexString = (digits: string) => PDFHexString.of(digits);

/** `value` as an object of `context`. Throws RangeError for a number that PDF cannot write. */
export function objectOf(value: PdfValue, context: PDFContext): PDFObject {
  if (value === null) return PDFNull;
  if (value instanceof PDFObject) return value;
  if (typeof value === "boolean") return value ? PDFBool.True : PDFBool.False;
  if (typeof value === "string") return nameOf(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of a PDF`);
    return PDFNumber.of(value);
  }
  if (Array.isArray(value)) {
    const array = PDFArray.withContext(context);
    for (const item of value) array.push(objectOf(item, context));
    return array;
  }
  const dict = PDFDict.withContext(context);
  for (const [key, item] of Object.entries(value as PdfDict))
    if (item !== undefined)
      dict.set(key.startsWith("/") ? PDFName.of(key.slice(1)) : nameOf(key), objectOf(item, context));
  return dict;
}

/** pdf-lib takes a name's characters for its bytes, and #xx for a byte: so they are given, in UTF-8 (7.3.5). */
function nameOf(name: string): PDFName {
  if (/^[\w.+-]*$/.test(name)) return PDFName.of(name);
  const bytes = new TextEncoder().encode(name);
  return PDFName.of(
    Array.from(bytes, (byte) => `#${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
}
