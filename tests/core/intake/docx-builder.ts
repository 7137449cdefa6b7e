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

/** Ends of the words of a comment, the words between, and what was said of them. */
export const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
export const end = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
export const said = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const comment = (id: number, author: string, text: string, paragraph = `0000000${id}`) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2020-02-17T21:05:00Z" w:initials="x"><w:p w14:paraId="${paragraph}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;

/** The entries of a .docx with this body and these comments; `comments` may be a whole part. */
export function commentedEntries(
  body: readonly string[],
  comments: string,
  extended = "",
): Record<string, Uint8Array> {
  const files = entries(...body);
  const relations = new TextDecoder().decode(files["word/_rels/document.xml.rels"]);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
    ...files,
    "word/_rels/document.xml.rels": strToU8(
      relations.replace(
        "</Relationships>",
        `<Relationship Id="rC" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
      ),
    ),
    "word/comments.xml": strToU8(
      comments.startsWith("<?xml")
        ? comments
        : `<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${comments}</w:comments>`,
    ),
    ...(extended
      ? { "word/commentsExtended.xml": strToU8(`<w15:commentsEx>${extended}</w15:commentsEx>`) }
      : {}),
  };
}
