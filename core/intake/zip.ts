/**
 * A zip archive unpacked within bounds, so that nothing hostile reaches the document reader.
 *
 * Entries are those of the central directory; each is inflated piece by piece and counted, whatever size it
 * declares. What is handed on is a new, uncompressed archive of exactly the entries that were counted.
 */
import { Inflate, zipSync } from "fflate";
import { Problem } from "../problem.ts";

export interface ArchiveLimits {
  /** Entries of the archive. Default 4,000. */
  readonly maxEntries?: number;
  /** Bytes of all entries unpacked. Default 200 MB. */
  readonly maxUnpacked?: number;
  /** Bytes of one XML part unpacked. Default 40 MB. */
  readonly maxPart?: number;
  /** Unpacked to packed, for entries over 1 MB. Default 250. */
  readonly maxRatio?: number;
}

const MB = 1024 * 1024;

const archiveLimits = {
  maxEntries: 4000,
  maxUnpacked: 200 * MB,
  maxPart: 40 * MB,
  maxRatio: 250,
} satisfies Required<ArchiveLimits>;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly header: number;
}

/**
 * The archive's entries by name, every one inflated and within the limits.
 *
 * Throws a Problem: intake.docxBroken, intake.docxEncrypted, intake.docxEntries, intake.docxBomb, intake.docxRatio.
 */
export function unpack(
  file: string,
  bytes: Uint8Array,
  options: ArchiveLimits = {},
): Map<string, Uint8Array> {
  const limits = { ...archiveLimits, ...definedOnly(options) };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(file, view, bytes, limits.maxEntries);
  const declared = entries.reduce((sum, entry) => sum + entry.declared, 0);
  if (declared > limits.maxUnpacked)
    throw new Problem("intake.docxBomb", { file, part: "*", limit: limits.maxUnpacked });
  const result = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (entry.name.endsWith("/")) continue;
    const isXml = /\.(?:xml|rels)$/i.test(entry.name);
    const most = Math.min(limits.maxUnpacked - total, isXml ? limits.maxPart : Number.POSITIVE_INFINITY);
    const data = inflate(file, view, bytes, entry, most, limits);
    total += data.length;
    result.set(entry.name, data);
  }
  return result;
}

/** A plain archive of the entries, without compression. */
export function pack(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

function definedOnly(options: ArchiveLimits): ArchiveLimits {
  const { maxEntries, maxUnpacked, maxPart, maxRatio } = options;
  return Object.fromEntries(
    Object.entries({ maxEntries, maxUnpacked, maxPart, maxRatio }).filter(([, value]) => value !== undefined),
  );
}

/** Central directory (APPNOTE 4.3.12, 4.3.16). Zip64 is refused: no document within the caps needs it. */
function directory(file: string, view: DataView, bytes: Uint8Array, maxEntries: number): Entry[] {
  const broken = (part: string) => new Problem("intake.docxBroken", { file, part });
  let end = -1;
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 22 - 0xffff); i--) {
    if (view.getUint32(i, true) === 0x06054b50) {
      end = i;
      break;
    }
  }
  if (end < 0) throw broken("end of central directory");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw broken("zip64");
  if (count > maxEntries) throw new Problem("intake.docxEntries", { file, count, limit: maxEntries });
  const entries: Entry[] = [];
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken("central directory");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 8, true) & 1) throw new Problem("intake.docxEncrypted", { file, part: name });
    if (names.has(name)) throw broken(name);
    names.add(name);
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Small enough that one piece, inflated at deflate's best of about 1032 to 1, stays under 17 MB. */
const PIECE = 16 * 1024;

function inflate(
  file: string,
  view: DataView,
  bytes: Uint8Array,
  entry: Entry,
  most: number,
  limits: Required<ArchiveLimits>,
): Uint8Array {
  const broken = (cause?: unknown) => new Problem("intake.docxBroken", { file, part: entry.name }, cause);
  const { header } = entry;
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw broken();
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw broken();
  if (entry.method !== 0 && entry.method !== 8) throw broken();

  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > most) throw new Problem("intake.docxBomb", { file, part: entry.name, limit: most });
    if (size > MB && size > packed.length * limits.maxRatio)
      throw new Problem("intake.docxRatio", { file, part: entry.name, limit: limits.maxRatio });
    chunks.push(chunk);
  };
  if (entry.method === 0) take(packed);
  else {
    const stream = new Inflate(take);
    try {
      for (let at = 0; at < packed.length || at === 0; at += PIECE)
        stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch (cause) {
      throw cause instanceof Problem ? cause : broken(cause);
    }
  }
  if (size !== entry.declared) throw broken();
  const data = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    data.set(chunk, at);
    at += chunk.length;
  }
  return data;
}
