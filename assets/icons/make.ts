/**
 * Renders the icons: SVG sources to PNG, .icns (macOS) and .ico (Windows). Run after a change to an SVG:
 * `node assets/icons/make.ts`.
 *
 * Sizes up to 32 px come from the "-small" drawing, which keeps only what survives at that size.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";

const here = new URL("./", import.meta.url);
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Apple's icon types that hold PNG, with their size in pixels. */
const ICNS: readonly (readonly [type: string, size: number])[] = [
  ["icp4", 16],
  ["icp5", 32],
  ["icp6", 64],
  ["ic07", 128],
  ["ic08", 256],
  ["ic09", 512],
  ["ic10", 1024],
  ["ic11", 32],
  ["ic12", 64],
  ["ic13", 256],
  ["ic14", 512],
];
const ICO = [16, 24, 32, 48, 64, 128, 256];

type Pictures = ReadonlyMap<number, Buffer>;

async function render(name: string): Promise<Pictures> {
  const pictures = new Map<number, Buffer>();
  for (const size of SIZES) {
    const [file, drawn] = size <= 32 ? [`${name}-small.svg`, 32] : [`${name}.svg`, 1024];
    const svg = await readFile(new URL(file, here));
    const png = sharp(svg, { density: (72 * size) / drawn }).resize(size, size);
    pictures.set(size, await png.png({ compressionLevel: 9 }).toBuffer());
  }
  return pictures;
}

function of(pictures: Pictures, size: number): Buffer {
  const png = pictures.get(size);
  if (!png) throw new RangeError(`no picture of ${size} px was rendered`);
  return png;
}

/** Apple Icon Image: "icns", length, then type, length and PNG of each; lengths are big-endian and include their head. */
function icns(pictures: Pictures): Buffer {
  const head = (type: string, length: number) => {
    const bytes = Buffer.alloc(8);
    bytes.write(type, "latin1");
    bytes.writeUInt32BE(length, 4);
    return bytes;
  };
  const entries = ICNS.flatMap(([type, size]) => {
    const png = of(pictures, size);
    return [head(type, 8 + png.length), png];
  });
  const body = Buffer.concat(entries);
  return Buffer.concat([head("icns", 8 + body.length), body]);
}

/** Windows icon: ICONDIR, an ICONDIRENTRY of 16 bytes each (0 stands for 256 px), then the PNGs. */
function ico(pictures: Pictures): Buffer {
  const directory = Buffer.alloc(6 + 16 * ICO.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(ICO.length, 4);
  let offset = directory.length;
  ICO.forEach((size, i) => {
    const at = 6 + 16 * i;
    const { length } = of(pictures, size);
    directory.writeUInt8(size % 256, at);
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([directory, ...ICO.map((size) => of(pictures, size))]);
}

for (const name of ["icon", "document"]) {
  const pictures = await render(name);
  const folder = new URL(`${name}/`, here);
  await mkdir(folder, { recursive: true });
  // electron-builder takes a folder of NxN.png as a Linux icon set.
  for (const [size, png] of pictures) await writeFile(new URL(`${size}x${size}.png`, folder), png);
  await writeFile(new URL(`${name}.icns`, here), icns(pictures));
  await writeFile(new URL(`${name}.ico`, here), ico(pictures));
}
