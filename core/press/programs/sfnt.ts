/** The table directory of a TrueType or OpenType file: enough to find a table and read glyph advances. */

function view(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}

/** The bytes of table `tag`, or null where the file has none or its directory lies. */
export function sfntTable(data: Uint8Array, tag: string): Uint8Array | null {
  if (data.length < 12) return null;
  const v = view(data);
  const count = v.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    if (at + 16 > data.length) return null;
    if (String.fromCharCode(...data.subarray(at, at + 4)) !== tag) continue;
    const offset = v.getUint32(at + 8);
    const length = v.getUint32(at + 12);
    return offset + length <= data.length ? data.subarray(offset, offset + length) : null;
  }
  return null;
}

/** Glyph advances of a TrueType program in thousandths of an em, or null where head, hhea or hmtx do not hold. */
export function sfntAdvances(data: Uint8Array): ((gid: number) => number | null) | null {
  const head = sfntTable(data, "head");
  const hhea = sfntTable(data, "hhea");
  const hmtx = sfntTable(data, "hmtx");
  if (!head || head.length < 20 || !hhea || hhea.length < 36 || !hmtx) return null;
  const unitsPerEm = view(head).getUint16(18);
  const metrics = view(hhea).getUint16(34);
  if (unitsPerEm === 0 || metrics === 0 || hmtx.length < metrics * 4) return null;
  const values = view(hmtx);
  const glyphs = metrics + Math.floor((hmtx.length - metrics * 4) / 2);
  return (gid) =>
    gid < 0 || gid >= glyphs ? null : (values.getUint16(Math.min(gid, metrics - 1) * 4) * 1000) / unitsPerEm;
}
