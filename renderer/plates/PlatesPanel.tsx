/** The panel of the plates view: plates with the ink at one point, what is shown, and where there is too much ink. */
import { useEffect } from "react";
import { MM } from "../../core/edition/style.ts";
import "./plates.css";
import { runCommand } from "../commands/table.ts";
import { failed } from "../desk/flows/open.ts";
import { Check, Choice, NumberField } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { useSelected } from "../desk/store.ts";
import { useDesk, useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { OverLimit } from "./OverLimit.tsx";
import {
  type InkPoint,
  inkAt,
  makePlates,
  type PlatesState,
  platesIn,
  resolutions,
  togglePlate,
} from "./plates.ts";

/** Edits in a row are separated once, after this pause in ms. */
const PAUSE = 600;

export function PlatesPanel() {
  const t = useT();
  const open = useOpenEdition();
  if (!open) throw new Error("no edition is open");
  const store = platesIn(open);
  const state = useSelected(store, (all) => all);
  const pageId = useDesk((desk) => desk.page);
  const sheet = useSession(({ sheets }) => sheets.find(({ page }) => page === pageId));
  useFresh(open, state);
  const { made, making } = state;
  const shown = made?.sheet.page === pageId ? made.plates : null;
  return (
    <section className="inspector plates" aria-label={t("desk.view.plates")}>
      <header className="panel-head">
        <span className="tag">{t("plates.tag")}</span>
        <h2>{t("plates.title", { page: sheet?.number ?? "" })}</h2>
        {making ? (
          <Making open={open} making={making} />
        ) : state.stopped || !shown ? (
          <Again />
        ) : made?.sheet !== sheet ? (
          <p className="hint">{t("plates.stale")}</p>
        ) : (
          <p className="hint">{t("plates.facts", { ppi: shown.resolution, limit: shown.limit })}</p>
        )}
      </header>
      <Inks
        state={state}
        page={pageId}
        onToggle={(name) => store.dispatch(togglePlate(store.snapshot(), name))}
      />
      {sheet ? (
        <PointFields
          point={state.point?.page === pageId ? state.point : null}
          sheet={sheet}
          onChange={(point) => store.dispatch({ point, hover: null })}
        />
      ) : null}
      <section className="panel-section" aria-label={t("plates.display")}>
        <h3>{t("plates.display")}</h3>
        <div className="checks column">
          <Check
            label={t("plates.total.grey")}
            checked={state.total}
            onChange={(total) => store.dispatch({ total })}
          />
          <Check
            label={t("plates.over.red")}
            checked={state.over}
            onChange={(over) => store.dispatch({ over })}
          />
        </div>
        <Choice
          label={t("plates.resolution")}
          value={String(state.resolution)}
          options={resolutions.map((ppi) => [String(ppi), t("plates.ppi", { ppi })] as const)}
          onChange={(ppi) => store.dispatch({ resolution: Number(ppi) })}
        />
      </section>
      {shown ? (
        <OverLimit
          plates={shown}
          onPoint={(at) => store.dispatch({ point: { page: pageId, ...at }, hover: null })}
        />
      ) : null}
      <p className="hint inset">{t("plates.hint")}</p>
    </section>
  );
}

/** Keeps the plates those of the page in front, as it is now. */
function useFresh(open: OpenEdition, { resolution, stopped }: PlatesState): void {
  const workplace = useWorkplace();
  const pageId = useDesk((desk) => desk.page);
  const sheet = useSession(({ sheets }) => sheets.find(({ page }) => page === pageId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another resolution is another picture
  useEffect(() => {
    if (!sheet || stopped) return;
    const { made } = platesIn(open).snapshot();
    const edited = made?.sheet.page === sheet.page && made.sheet !== sheet;
    const timer = setTimeout(
      () => makePlates(workplace.client, open, sheet).catch((error) => failed(workplace, error)),
      edited ? PAUSE : 0,
    );
    return () => clearTimeout(timer);
  }, [workplace, open, sheet, resolution, stopped]);
}

function Making({ open, making }: { open: OpenEdition; making: NonNullable<PlatesState["making"]> }) {
  const t = useT();
  const { client } = useWorkplace();
  const stop = () => {
    platesIn(open).dispatch({ making: null, stopped: true });
    void client.call("jobs.cancel", { job: making.job });
  };
  return (
    <div className="plates-making" role="status">
      <span>{t(making.key, making.values)}</span>
      <button type="button" className="button" onClick={stop}>
        {t("plates.stop")}
      </button>
      <progress max={1} value={making.fraction} aria-label={t("desk.view.plates")} />
    </div>
  );
}

function Again() {
  const t = useT();
  const workplace = useWorkplace();
  return (
    <div className="plates-making">
      <span>{t("plates.none")}</span>
      <button type="button" className="button" onClick={() => void runCommand("plates.make", workplace)}>
        {t("plates.make")}
      </button>
    </div>
  );
}

interface InksProps {
  readonly state: PlatesState;
  readonly page: string;
  readonly onToggle: (name: string) => void;
}

const process = ["c", "m", "y", "k"];

function Inks({ state, page, onToggle }: InksProps) {
  const t = useT();
  const plates = state.made?.sheet.page === page ? state.made.plates : null;
  const at = state.hover ?? state.point;
  const read = plates && at?.page === page ? inkAt(plates, at) : null;
  const names = plates?.plates.map(({ name }) => name) ?? process;
  const percent = (value: number | undefined) =>
    value === undefined ? "–" : value.toFixed(value < 10 ? 1 : 0);
  const mean = (name: string) => plates?.plates.find((plate) => plate.name === name)?.mean;
  const overLimit = read !== null && plates !== null && Math.round(read.total) > plates.limit;
  return (
    <section className="panel-section" aria-label={t("plates.inks")}>
      <table className="plates-inks">
        <thead>
          <tr>
            <th scope="col">{t("plates.plate")}</th>
            <th scope="col" colSpan={2}>
              {t(state.hover ? "plates.under-pointer" : "plates.at-point")}
            </th>
            <th scope="col" title={t("plates.mean.about")}>
              {t("plates.mean")}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const ink = read?.inks.find((one) => one.name === name)?.ink;
            return (
              <tr key={name} data-hidden={state.hidden.includes(name) || undefined}>
                <th scope="row">
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={!state.hidden.includes(name)}
                      onChange={() => onToggle(name)}
                    />
                    <i
                      className="plates-swatch"
                      data-ink={process.includes(name) ? name : "spot"}
                      aria-hidden="true"
                    />
                    <span>{process.includes(name) ? t(`plates.${name}`) : name}</span>
                  </label>
                </th>
                <td className="plates-bar" aria-hidden="true">
                  <Bar share={(ink ?? 0) / 100} ink={process.includes(name) ? name : "spot"} />
                </td>
                <td>{percent(ink)}</td>
                <td>{mean(name)?.toFixed(1) ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr data-tone={overLimit ? "over" : undefined}>
            <th scope="row">{t("plates.total")}</th>
            <td className="plates-bar" aria-hidden="true">
              <Bar share={read && plates ? read.total / (plates.plates.length * 100) : 0} ink="total" />
            </td>
            <td>{percent(read?.total)}</td>
            <td>{plates?.plates.reduce((sum, plate) => sum + plate.mean, 0).toFixed(1) ?? "–"}</td>
          </tr>
        </tfoot>
      </table>
      {overLimit && plates ? (
        <p className="plates-over-here" role="status">
          <Icon name="warn" />
          {t("plates.over.here", { limit: plates.limit })}
        </p>
      ) : null}
    </section>
  );
}

function Bar({ share, ink }: { share: number; ink: string }) {
  return (
    <i
      data-ink={ink}
      ref={(bar) => bar?.style.setProperty("--share", String(Math.min(1, Math.max(0, share))))}
    />
  );
}

interface PointFieldsProps {
  readonly point: InkPoint | null;
  readonly sheet: { readonly page: string; readonly width: number; readonly height: number };
  readonly onChange: (point: InkPoint) => void;
}

/** Where the ink is read, in mm from the corner of the trim: by typing, or with the arrow keys in either field. */
function PointFields({ point, sheet, onChange }: PointFieldsProps) {
  const t = useT();
  const [x, y] = [Math.round((point?.x ?? 0) / MM), Math.round((point?.y ?? 0) / MM)];
  const to = (mmX: number, mmY: number) => onChange({ page: sheet.page, x: mmX * MM, y: mmY * MM });
  return (
    <section className="panel-section" aria-label={t("plates.point")}>
      <div className="field-grid plates-point">
        <NumberField
          label={t("plates.point.x")}
          value={x}
          least={0}
          most={Math.floor(sheet.width / MM)}
          onChange={(value) => to(value, y)}
        />
        <NumberField
          label={t("plates.point.y")}
          value={y}
          least={0}
          most={Math.floor(sheet.height / MM)}
          onChange={(value) => to(x, value)}
        />
      </div>
    </section>
  );
}
