/**
 * ToUnicode: what each glyph says, for whoever copies or searches the page (ISO 32000-1, 9.10.3).
 * Codes are ids of the embedded program's glyphs, two bytes; a glyph may stand for several characters.
 */

/** At most this many entries in a block (Adobe technical note 5411). */
const BLOCK = 100;

/** `texts` by code. */
export function toUnicode(texts: readonly (readonly [code: number, text: string])[]): string {
  const entries = texts
    .toSorted(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${utf16(text)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += BLOCK) {
    const block = entries.slice(i, i + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** UTF-16BE in hex. */
function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join("");
}

/** Four hex digits. */
function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}
