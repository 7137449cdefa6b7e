/**
 * CMYK samples wrapped as an uncompressed TIFF (TIFF 6.0, section 16): sharp takes raw samples only as grey or RGB,
 * and this is the plainest file that says "these are inks".
 */
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

export interface CmykSamples {
  readonly width: number;
  readonly height: number;
  /** 8 bit, interleaved, 0 for no ink. */
  readonly data: Uint8Array;
}

export function cmykTiff({ width, height, data }: CmykSamples, profile?: Uint8Array): Buffer {
  const bits = 8 + data.length;
  const icc = bits + 8;
  const directory = icc + (profile?.length ?? 0) + ((profile?.length ?? 0) % 2);
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, bits],
    [259, SHORT, 1, 1], // no compression
    [262, SHORT, 1, 5], // separated
    [273, LONG, 1, 8],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    [284, SHORT, 1, 1], // interleaved
  ];
  if (profile) entries.push([34675, UNDEFINED, profile.length, icc]);
  const file = Buffer.alloc(directory + 2 + entries.length * 12 + 4);
  file.write("II*\0", 0, "latin1");
  file.writeUInt32LE(directory, 4);
  file.set(data, 8);
  for (let i = 0; i < 4; i++) file.writeUInt16LE(8, bits + 2 * i);
  if (profile) file.set(profile, icc);
  file.writeUInt16LE(entries.length, directory);
  entries.forEach(([tag, type, count, value], i) => {
    const at = directory + 2 + i * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    if (type === SHORT && count === 1) file.writeUInt16LE(value, at + 8);
    else file.writeUInt32LE(value, at + 8);
  });
  return file;
}
