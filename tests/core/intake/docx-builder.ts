/** Small .docx files, made entry by entry, for the tests of intake. */
import { strToU8, zipSync } from "fflate";

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph; `style` is a style's id and name, "heading 1". */
export const p = (text: string, style?: string): string =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style.replace(/ /g, "")}"/></w:pPr>` : ""}${text ? run(text) : ""}</w:p>`;

export const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

export const picture = (): string =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

export const pixel = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

/** The entries of a .docx with this body; styles are made for every name used. */
export function entries(...body: string[]): Record<string, Uint8Array> {
  const styles = ["Title", "Subtitle", "heading 1", "heading 2", "引题"]
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(/ /g, "")}"><w:name w:val="${name}"/></w:style>`,
    )
    .join("");
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (items: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
  const files = {
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": relations(
      `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/_rels/document.xml.rels": relations(
      `<Relationship Id="rIdPicture" Type="${office}/image" Target="media/bridge.png"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    "word/styles.xml": `<?xml version="1.0"?><w:styles ${NAMESPACES}>${styles}</w:styles>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body.join("")}</w:body></w:document>`,
  };
  const bytes = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const);
  return { ...Object.fromEntries(bytes), "word/media/bridge.png": pixel };
}

export const docx = (...body: string[]): Uint8Array => zipSync(entries(...body));
