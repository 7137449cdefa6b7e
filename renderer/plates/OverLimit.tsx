/** Areas with more ink than the press takes, the gravest first; each leads to its place. */
import { MM } from "../../core/edition/style.ts";
import type { PagePlates } from "../../host/contract.ts";
import { Icon } from "../desk/parts/Icon.tsx";
import { useT } from "../i18n/locale.tsx";

interface OverLimitProps {
  readonly plates: PagePlates;
  readonly onPoint: (at: { readonly x: number; readonly y: number }) => void;
}

/** Areas that are listed; a page with more is wrong as a whole. */
const LISTED = 200;

export function OverLimit({ plates, onPoint }: OverLimitProps) {
  const t = useT();
  const { over, limit } = plates;
  const mm = (pt: number) => Math.round(pt / MM);
  return (
    <section className="panel-section" aria-label={t("plates.over")}>
      <h3>{t("plates.over.count", { n: over.length, limit })}</h3>
      {over.length === 0 ? (
        <p className="report-line" data-tone="fits">
          <Icon name="check" />
          {t("plates.over.none", { limit })}
        </p>
      ) : (
        <ul className="link-list plates-over">
          {over.slice(0, LISTED).map((area) => (
            <li key={`${area.x} ${area.y}`}>
              <button type="button" onClick={() => onPoint(worst(plates, area))}>
                <b>{`${Math.round(area.peak)}%`}</b>
                <span>{t("plates.over.place", { x: mm(area.x), y: mm(area.y) })}</span>
                <small>{t("plates.over.size", { width: mm(area.width), height: mm(area.height) })}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {plates.unknown.length > 0 ? (
        <p className="hint">{t("plates.unknown", { n: plates.unknown.length })}</p>
      ) : null}
      {over.length > LISTED ? (
        <p className="hint">{t("plates.over.more", { n: over.length - LISTED })}</p>
      ) : null}
    </section>
  );
}

/** The middle of the pixel with the most ink in an area, in pt. */
function worst(page: PagePlates, area: PagePlates["over"][number]): { x: number; y: number } {
  const { width, height, bleed, plates } = page;
  const scale = page.resolution / 72;
  const pixel = (pt: number, end: number) => Math.min(end, Math.max(0, Math.floor((pt + bleed) * scale)));
  let [most, x, y] = [-1, 0, 0];
  for (let row = pixel(area.y, height - 1); row < pixel(area.y + area.height, height); row++)
    for (let column = pixel(area.x, width - 1); column < pixel(area.x + area.width, width); column++) {
      const ink = plates.reduce((sum, plate) => sum + (plate.ink[row * width + column] ?? 0), 0);
      if (ink > most) [most, x, y] = [ink, column, row];
    }
  return { x: (x + 0.5) / scale - bleed, y: (y + 0.5) / scale - bleed };
}
