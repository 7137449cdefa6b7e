/**
 * Plain values with bytes in them as one message: bytes travel as they are, after the JSON that refers to them.
 *
 *     u32 length of the JSON · JSON · for each blob: u32 length · bytes        (big-endian)
 *
 * In the JSON a blob is {"$bytes": n}; an object of the sender's that looks like one is sent as {"$bytes": [its value]}.
 */
export const FRAME_TYPE = "application/x-dayang";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const blobs: Uint8Array[] = [];
  const json = encoder.encode(
    JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
      // As it is in its holder: `part` is what a Buffer's toJSON has made of it.
      const own = this[key];
      if (own instanceof Uint8Array) return { $bytes: blobs.push(own) - 1 };
      return isReference(part) ? { $bytes: [part.$bytes] } : part;
    }) ?? "null",
  );
  const size = blobs.reduce((sum, blob) => sum + 4 + blob.length, 4 + json.length);
  const frame = new Uint8Array(size);
  const view = new DataView(frame.buffer);
  view.setUint32(0, json.length);
  frame.set(json, 4);
  let at = 4 + json.length;
  for (const blob of blobs) {
    view.setUint32(at, blob.length);
    frame.set(blob, at + 4);
    at += 4 + blob.length;
  }
  return frame;
}

/** Throws a RangeError, TypeError or SyntaxError where `frame` is none. */
export function decodeFrame(frame: Uint8Array): unknown {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const length = view.getUint32(0);
  if (4 + length > frame.length) throw new RangeError("a frame that ends early");
  const json = decoder.decode(frame.subarray(4, 4 + length));
  const blobs: Uint8Array[] = [];
  for (let at = 4 + length; at < frame.length; ) {
    const size = view.getUint32(at);
    if (at + 4 + size > frame.length) throw new RangeError("a frame that ends early");
    blobs.push(new Uint8Array(frame.subarray(at + 4, at + 4 + size)));
    at += 4 + size;
  }
  return revive(JSON.parse(json), blobs);
}

const isReference = (value: unknown): value is { $bytes: unknown } =>
  typeof value === "object" && value !== null && Object.keys(value).length === 1 && "$bytes" in value;

function revive(value: unknown, blobs: readonly Uint8Array[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => revive(part, blobs));
  if (isReference(value)) {
    const inner = value.$bytes;
    if (Array.isArray(inner)) return { $bytes: revive(inner[0], blobs) };
    const blob = blobs[inner as number];
    if (!blob) throw new RangeError("a frame that lacks its bytes");
    return blob;
  }
  // `defineProperty` rather than assignment: "__proto__" is a name like any other.
  const revived: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    Object.defineProperty(revived, key, {
      value: revive(part, blobs),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return revived;
}
