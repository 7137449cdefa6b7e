/** The version in the header, and the compact forms PDF/X-1a's readers do not know. */
import { PDFRawStream } from "pdf-lib";
import { type Check, wrong } from "./check.ts";

export const header: Check = ({ document, standard }) => {
  const findings = [];
  const most = standard === "x4" ? 1.6 : 1.4;
  const written = document.context.header.getVersionString();
  const override = document.name(document.get(document.catalog, "Version"));
  const version = override && Number(override) > Number(written) ? override : written;
  if (Number(version) > most) findings.push(wrong("header.version", { version, most }));
  if (standard === "x1a") {
    const packed = document.context
      .enumerateIndirectObjects()
      .some(
        ([, o]) =>
          o instanceof PDFRawStream &&
          ["ObjStm", "XRef"].includes(document.name(document.get(o, "Type")) ?? ""),
      );
    if (packed) findings.push(wrong("header.packed"));
  }
  return findings;
};
