/** Sound inputs spoiled: bytes, words and branches of JSON changed by chance. */
import type { Chance } from "./chance.ts";

const edges = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x0a, 0x0d, 0x00, 0xfe, 0x3c, 0x2f];

/** `seed` with one to eight changes; `other` lends pieces, `words` are set in whole. */
export function mutateBytes(
  seed: Uint8Array,
  other: Uint8Array,
  words: readonly Uint8Array[],
  random: Chance,
): Uint8Array {
  let bytes = Uint8Array.from(seed);
  for (let i = 1 + random(8); i > 0; i--) {
    const at = random(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + random(random(4) === 0 ? bytes.length + 1 : 16));
    switch (random(8)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << random(8));
        break;
      case 1:
        if (at < bytes.length) bytes[at] = edges[random(edges.length)] as number;
        break;
      case 2:
        bytes = join(bytes.subarray(0, at), bytes.subarray(end));
        break;
      case 3:
        bytes = join(bytes.subarray(0, end), bytes.subarray(at));
        break;
      case 4: {
        const from = random(other.length + 1);
        bytes = join(bytes.subarray(0, at), other.subarray(from, from + random(200)), bytes.subarray(at));
        break;
      }
      case 5:
        if (random(4) === 0) bytes = bytes.slice(0, at);
        break;
      case 6:
        bytes = join(bytes.subarray(0, at), number(random), bytes.subarray(end));
        break;
      default: {
        const word = words[random(words.length || 1)] ?? bytes.subarray(at, end);
        bytes = join(bytes.subarray(0, at), word, bytes.subarray(random(2) ? at : end));
      }
    }
  }
  return bytes;
}

/** No input grows beyond this: what is looked for is a fault, not a wait. */
const MOST = 400_000;

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts).subarray(0, MOST));
}

const number = (random: Chance): Uint8Array => {
  const bytes = new Uint8Array([1, 2, 4, 8][random(4)] as number);
  return bytes.fill(random(2) ? 0xff : random(256), random(2));
};

const strange: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e9,
  1e308,
  0.5,
  "",
  "A1",
  "\u0000",
  "\ud800",
  "=HYPERLINK(1)",
  "<script>",
  "'; DROP TABLE log; --",
  "../../etc/passwd",
  [],
  {},
  [null],
  { type: "page" },
  { __proto__: null, constructor: {} },
];

/** A copy of `value` with a branch or two replaced, dropped, doubled or put elsewhere. */
export function mutateJson(value: unknown, random: Chance): unknown {
  const copy = structuredClone(value);
  for (let i = 1 + random(3); i > 0; i--) {
    const places = [...branches(copy)];
    const place = places[random(places.length)];
    if (!place) return strange[random(strange.length)];
    const { holder, key } = place;
    const other = places[random(places.length)] ?? place;
    switch (random(5)) {
      case 0:
      case 1:
        set(holder, key, structuredClone(strange[random(strange.length)]));
        break;
      case 2:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else Reflect.deleteProperty(holder, key);
        break;
      case 3:
        set(holder, key, structuredClone(Reflect.get(other.holder, other.key)));
        break;
      default:
        if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
        else set(holder, key, [Reflect.get(holder, key)]);
    }
  }
  return copy;
}

const set = (holder: object, key: string, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

function* branches(value: unknown): Generator<{ holder: object; key: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield { holder: value, key };
    yield* branches(part);
  }
}
