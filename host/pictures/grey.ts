/**
 * Grey pictures for the black plate alone.
 *
 * Black ink on newsprint is no sRGB grey: dots gain and the deepest black is a dark grey. The profile's own black
 * ramp tells how light each dot prints, and the curve here picks for every grey the dot that looks like it, with the
 * paper as white and solid black as black.
 */
import sharp from "sharp";
import { cmykTiff } from "./tiff.ts";

/** 256 entries: sRGB grey to DeviceGray, 0 for solid black ink. */
export type GreyCurve = Uint8Array;

const curves = new WeakMap<Uint8Array, Promise<GreyCurve>>();

/** The curve of a CMYK profile; worked out once for each profile's bytes. */
export function greyCurve(profile: Uint8Array): Promise<GreyCurve> {
  let curve = curves.get(profile);
  if (!curve) {
    curve = readCurve(profile);
    curves.set(profile, curve);
  }
  return curve;
}

async function readCurve(profile: Uint8Array): Promise<GreyCurve> {
  const ramp = new Uint8Array(256 * 4);
  for (let k = 0; k < 256; k++) ramp[k * 4 + 3] = k;
  const printed = await sharp(cmykTiff({ width: 256, height: 1, data: ramp }, profile))
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  const light = (k: number) => lightness(printed[k * 3 + 1] ?? 0);
  const [paper, solid] = [light(0), light(255)];
  const curve = new Uint8Array(256);
  let k = 255;
  for (let grey = 0; grey < 256; grey++) {
    const wanted = solid + ((paper - solid) * lightness(grey)) / 100;
    while (k > 0 && light(k) < wanted) k--;
    curve[grey] = 255 - k;
  }
  return curve;
}

/** CIE L* of an sRGB grey. */
function lightness(grey: number): number {
  const v = grey / 255;
  const y = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27;
}
