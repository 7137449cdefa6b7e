/** Annotations may stand beside the printed page, never on it (ISO 15930-7, 6.11). */
import { PDFName } from "pdf-lib";
import { overlaps, placeOn, printed } from "../document.ts";
import type { Finding } from "../report.ts";
import type { Check } from "./check.ts";

const printers = ["TrapNet", "PrinterMark"];

export const annotations: Check = ({ document }) =>
  document.pages.flatMap((page) =>
    (document.array(document.get(page.dict, "Annots")) ?? []).flatMap((annotation): Finding[] => {
      const kind = document.name(document.dict(annotation)?.get(PDFName.of("Subtype"))) ?? "";
      const [a = 0, b = 0, c = 0, d = 0] = document.numbers(document.get(annotation, "Rect")) ?? [];
      const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
      if (printers.includes(kind) || !overlaps(box, printed(page))) return [];
      return [
        {
          code: "annotations.on-page",
          severity: "error",
          page: page.number,
          place: placeOn(page, box),
          subject: kind,
          values: { kind },
        },
      ];
    }),
  );
