/**
 * Bytes to text: which encoding a file is in is found out, never asked for.
 *
 * UTF-8, UTF-16 (either order) and GB18030, with or without a byte order mark. What decodes to nonsense is
 * refused with the place, because a wrong guess would put wrong characters into the paper.
 */
import { analyse } from "chardet";
import { Problem } from "../problem.ts";

export interface DecodeOptions {
  /** Largest file in bytes. */
  readonly maxBytes?: number;
}

export const MAX_BYTES = 20 * 1024 * 1024;

/**
 * The text of a file, without its byte order mark.
 *
 * Throws a Problem: intake.tooLarge, intake.empty, intake.binary (byte offset), intake.encoding,
 * intake.brokenText (line and byte offset).
 */
export function decode(file: string, bytes: Uint8Array, options: DecodeOptions = {}): string {
  checkSize(file, bytes, options.maxBytes);
  const text = decodeAny(file, bytes);
  if (text.trim() === "") throw new Problem("intake.empty", { file });
  return text;
}

export function checkSize(file: string, bytes: Uint8Array, limit = MAX_BYTES): void {
  if (bytes.length > limit) throw new Problem("intake.tooLarge", { file, size: bytes.length, limit });
  if (bytes.length === 0) throw new Problem("intake.empty", { file });
}

const MAGICS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0xd0, 0xcf, 0x11, 0xe0], // OLE
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
];

function decodeAny(file: string, bytes: Uint8Array): string {
  if (MAGICS.some((magic) => magic.every((byte, i) => bytes[i] === byte)))
    throw new Problem("intake.binary", { file, offset: 0 });

  const marked = markOf(bytes);
  if (marked) {
    const body = bytes.subarray(marked.length);
    const text = strictly(marked.encoding, body);
    if (text === null) throw broken(file, bytes, marked.encoding);
    return refuseControls(file, text, bytes, marked);
  }

  const utf8 = strictly("utf-8", bytes);
  // ASCII in UTF-16 is valid UTF-8 full of NULs, so a NUL asks for a second look.
  if (utf8 !== null && !utf8.includes("\0")) return refuseControls(file, utf8, bytes);

  const wide = bestWide(bytes);
  if (wide !== null) return wide;
  if (utf8 !== null) return refuseControls(file, utf8, bytes);
  if (mostlyUtf8(bytes)) throw broken(file, bytes, "utf-8");

  const gb = strictly("gb18030", bytes);
  if (gb !== null) {
    refuseControls(file, gb, bytes);
    const share = commonShare(bytes);
    if (share >= 0.85) return gb;
    const other = otherName(bytes);
    if (other) throw new Problem("intake.encoding", { file, encoding: other });
    if (share >= 0.5) return gb;
    throw new Problem("intake.binary", { file, offset: bytes.findIndex((byte) => byte > 0x7f) });
  }
  const control = bytes.findIndex(isControl);
  if (control >= 0) throw new Problem("intake.binary", { file, offset: control });
  const other = otherName(bytes);
  if (other) throw new Problem("intake.encoding", { file, encoding: other });
  throw broken(file, bytes, "gb18030");
}

function markOf(bytes: Uint8Array): { encoding: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: "gb18030", length: 4 };
  return null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** C0 controls that no text file holds; tab, the line breaks and form feed may stand. */
const isControl = (code: number) => (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || code === 0x7f;

function refuseControls(
  file: string,
  text: string,
  bytes: Uint8Array,
  mark?: { encoding: string; length: number },
): string {
  for (let i = 0; i < text.length; i++) {
    if (!isControl(text.charCodeAt(i))) continue;
    // No part of a longer character is a control byte, neither in UTF-8 nor in GB18030.
    const wide = mark?.encoding.startsWith("utf-16");
    throw new Problem("intake.binary", { file, offset: wide ? 2 + i * 2 : bytes.findIndex(isControl) });
  }
  return text;
}

/** Text as UTF-16 without a mark: the byte order under which nearly all of it is Chinese, ASCII or their punctuation. */
function bestWide(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null;
  let best: string | null = null;
  let bestShare = 0.9;
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const head = strictly(encoding, bytes.subarray(0, 8192));
    // A cut surrogate pair may spoil the head; the whole then decides.
    const sample = head ?? strictly(encoding, bytes);
    if (sample === null) continue;
    const share = expectedShare(sample);
    if (share <= bestShare) continue;
    const text = strictly(encoding, bytes);
    if (text === null) continue;
    [best, bestShare] = [text, share];
  }
  return best;
}

function expectedShare(text: string): number {
  let expected = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (
      (c >= 0x20 && c < 0x7f) ||
      (c >= 0x09 && c <= 0x0d) ||
      (c >= 0x2010 && c <= 0x2040) ||
      (c >= 0x3000 && c <= 0x3020) ||
      (c >= 0x4e00 && c <= 0x9fa5) ||
      (c >= 0xff01 && c <= 0xff5e)
    )
      expected++;
  }
  return expected / Math.max(1, text.length);
}

/** Of the two-byte characters, how many lie where GB 2312 keeps punctuation and its 3,755 commonest characters. */
function commonShare(bytes: Uint8Array): number {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[++i] ?? 0;
    // Characters of four bytes are rare in any text and tell nothing.
    if (trail >= 0x30 && trail <= 0x39) {
      i += 2;
      continue;
    }
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) common++;
  }
  return pairs === 0 ? 1 : common / pairs;
}

/** True where nearly every multi-byte sequence is well-formed UTF-8: then the file is UTF-8 with damage. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes, i);
    if (length === 0) bad++;
    else if (length > 2) good++;
    i += Math.max(1, length);
  }
  return good > 0 && bad <= Math.max(3, good * 0.05);
}

/** Length of the well-formed UTF-8 sequence at `i`, or 0. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] as number;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function broken(file: string, bytes: Uint8Array, encoding: string): Problem {
  let offset = bytes.length;
  if (encoding === "utf-8") {
    for (let i = 0; i < bytes.length; ) {
      const length = utf8Length(bytes, i);
      if (length === 0) {
        offset = i;
        break;
      }
      i += length;
    }
  } else {
    // The longest prefix that decodes, by halving: decoders tell no offset.
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (decodesAsPrefix(encoding, bytes.subarray(0, middle))) low = middle;
      else high = middle - 1;
    }
    offset = low;
  }
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line++;
  return new Problem("intake.brokenText", { file, encoding: encoding.toUpperCase(), line, offset });
}

function decodesAsPrefix(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What else the bytes may be (Big5, Shift_JIS …), or null where nobody knows. */
function otherName(bytes: Uint8Array): string | null {
  const ours = /^(?:UTF|GB|ISO-8859|windows-|ASCII)/i;
  return analyse(bytes.subarray(0, 65536)).find((match) => !ours.test(match.name))?.name ?? null;
}
