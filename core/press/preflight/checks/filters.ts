/** Compression that a press's RIP need not know. */
import { PDFRawStream } from "pdf-lib";
import type { Finding } from "../report.ts";
import { type Check, wrong } from "./check.ts";

export const filters: Check = ({ document, page, standard }) => {
  const banned = standard === "x1a" ? ["LZWDecode", "JBIG2Decode", "JPXDecode"] : ["LZWDecode"];
  const inFile = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? document.filters(object) : []));
  const inline = page.marks.flatMap((mark) => (mark.kind === "image" && !mark.stream ? mark.filters : []));
  return [...inFile, ...inline]
    .filter((filter) => banned.includes(filter))
    .map((filter): Finding => wrong("filters.banned", { filter }, filter));
};
