/**
 * Reads records out of the pages of a SQLite file without SQLite, however damaged the file is.
 *
 * Every page is looked at by itself: a page that is a leaf of a table gives the records it holds, in whatever order;
 * nothing that leads to it (header, schema, inner pages) need be whole. What a record means, and whether it is as it
 * was written, is for the caller to tell by its checksum. https://sqlite.org/fileformat2.html §1.6, §2.1
 */
export type Value = null | number | string | Uint8Array;

export interface Record {
  readonly rowid: number;
  readonly values: readonly Value[];
}

const LEAF = 0x0d;

/** Every record of every table leaf in `bytes`, a file of `pageSize`-byte pages without reserved space. */
export function* carve(bytes: Uint8Array, pageSize: number): Generator<Record> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let page = 0; page < bytes.length; page += pageSize) {
    // The first page opens with the file header.
    const head = page === 0 ? 100 : page;
    if (head + 8 > bytes.length || bytes[head] !== LEAF) continue;
    const cells = Math.min(view.getUint16(head + 3), pageSize / 4);
    for (let i = 0; i < cells; i++) {
      const pointer = head + 8 + 2 * i;
      if (pointer + 2 > bytes.length) break;
      try {
        const record = readCell(bytes, view, page, view.getUint16(pointer), pageSize);
        if (record) yield record;
      } catch (error) {
        // A cell that points outside the file, or text that is none: not a record any more.
        if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      }
    }
  }
}

function readCell(bytes: Uint8Array, view: DataView, page: number, at: number, pageSize: number) {
  const size = varint(bytes, page + at);
  const rowid = varint(bytes, size.next);
  const payload = readPayload(bytes, view, rowid.next, page, size.value, pageSize);
  return payload && { rowid: rowid.value, values: readValues(payload) };
}

/** A payload with its overflow pages. Null where the chain leaves the file or goes in a circle. */
function readPayload(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  page: number,
  size: number,
  usable: number,
): Uint8Array | null {
  if (size > bytes.length) return null;
  const most = usable - 35;
  if (size <= most) {
    if (at + size > page + usable) return null;
    return bytes.subarray(at, at + size);
  }
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const spare = least + ((size - least) % (usable - 4));
  const local = spare <= most ? spare : least;
  const payload = new Uint8Array(size);
  payload.set(bytes.subarray(at, at + local));
  let filled = local;
  let next = view.getUint32(at + local);
  while (filled < size) {
    const start = (next - 1) * usable;
    if (next < 2 || start + usable > bytes.length) return null;
    const take = Math.min(usable - 4, size - filled);
    payload.set(bytes.subarray(start + 4, start + 4 + take), filled);
    filled += take;
    next = view.getUint32(start);
  }
  return payload;
}

function readValues(payload: Uint8Array): Value[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const header = varint(payload, 0);
  let type = header.next;
  let at = header.value;
  const values: Value[] = [];
  while (type < header.value) {
    const serial = varint(payload, type);
    type = serial.next;
    const size = sizeOf(serial.value);
    if (at + size > payload.length) throw new RangeError("a value beyond its record");
    values.push(readValue(payload, view, serial.value, at, size));
    at += size;
  }
  return values;
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(serial: number): number {
  return serial >= 12 ? (serial - 12) >> 1 : (SIZES[serial] ?? 0);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readValue(payload: Uint8Array, view: DataView, serial: number, at: number, size: number): Value {
  if (serial === 0) return null;
  if (serial === 8 || serial === 9) return serial - 8;
  if (serial === 7) return view.getFloat64(at);
  if (serial >= 12) {
    const data = payload.subarray(at, at + size);
    return serial % 2 === 1 ? utf8.decode(data) : data.slice();
  }
  let value = view.getInt8(at);
  for (let i = 1; i < size; i++) value = value * 256 + (payload[at + i] as number);
  return value;
}

/** A big-endian variable-length integer of up to nine bytes, and the offset after it. */
function varint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new RangeError("a number beyond the file");
    if (i === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  throw new RangeError("unreachable");
}
