/** Export: what stands in the way, the options, progress, and what preflight says of the file that was made. */
import { useState } from "react";
import { useT } from "../../i18n/locale.tsx";
import { Sign } from "../../proofing/Sign.tsx";
import { exporting, putAway, startExport } from "../flows/exporting.ts";
import { hindrances } from "../flows/hindrances.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Check, Choice } from "../parts/fields.tsx";
import { Icon } from "../parts/Icon.tsx";
import { JobProgress, type Standard, StandardChoice, WrittenFoot } from "../parts/PdfJob.tsx";
import { useSelected } from "../store.ts";
import { baseName, fileSize } from "../words.ts";
import { useDispatch, useOpenEdition, useSession, useWorkplace } from "../workplace.ts";
import { PreflightReport } from "./PreflightReport.tsx";

export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const edition = useSession((state) => state.edition);
  const [pages, setPages] = useState<readonly string[]>(
    edition.pages.map((page) => page.attrs.number as string),
  );
  const [standard, setStandard] = useState<Standard>("x4");
  const [marks, setMarks] = useState(false);
  const [proof, setProof] = useState(false);
  const [lenient, setLenient] = useState(false);
  const [proofPaper, setProofPaper] = useState<"" | "a4" | "a3">("");
  const [tile, setTile] = useState(false);
  const stage = useSelected(exporting, (whole) => whole);
  const shown = stage.name === "done" ? stage.choice.pages : pages;
  const left = useSession(
    (state) =>
      hindrances(state, open?.decisions.snapshot() ?? []).filter(
        ({ tone, number }) => tone === "over" && shown.includes(number),
      ).length,
  );

  const start = async () => {
    if (!open) return;
    const { paper, date } = edition.facts;
    const suffix = proof ? t("desk.export.proof-suffix") : "";
    const name = `${[paper, date, pages.join("-")].filter(Boolean).join(" ")}${suffix}.pdf`;
    const path = await workplace.shell.chooseSavePath("pdf", name);
    if (!path) return;
    await startExport(workplace, open, path, {
      pages,
      standard,
      marks,
      proof,
      adverts: lenient ? "accept" : "refuse",
      paper: proofPaper,
      tile,
    });
  };
  /** What was done has been seen. What is under way goes on. */
  const leave = () => {
    if (stage.name === "done") putAway();
    onClose();
  };

  const foot =
    stage.name === "ask" ? (
      <>
        <button type="button" className="button" onClick={onClose}>
          {t("desk.cancel")}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={pages.length === 0}
          onClick={() => void start()}
        >
          {t("desk.export.start")}
        </button>
      </>
    ) : stage.name === "running" ? (
      <>
        <button type="button" className="button" onClick={stage.cancel}>
          {t("desk.export.stop")}
        </button>
        <button type="button" className="button primary" onClick={onClose}>
          {t("desk.export.go-on")}
        </button>
      </>
    ) : (
      <WrittenFoot path={stage.path} onDone={leave} />
    );

  return (
    <Dialog title={t("desk.export.title")} width={620} onClose={leave} foot={foot}>
      {stage.name === "ask" ? (
        <>
          <Hindrances pages={pages} onClose={onClose} />
          <fieldset className="field" aria-label={t("desk.pages")}>
            <span>{t("desk.pages")}</span>
            <div className="checks">
              {edition.pages.map((page) => {
                const number = page.attrs.number as string;
                return (
                  <Check
                    key={number}
                    label={`${number} ${page.attrs.title as string}`}
                    checked={pages.includes(number)}
                    onChange={(on) =>
                      setPages(
                        edition.pages
                          .map((p) => p.attrs.number as string)
                          .filter((n) => (n === number ? on : pages.includes(n))),
                      )
                    }
                  />
                );
              })}
            </div>
          </fieldset>
          <StandardChoice value={standard} onChange={setStandard} />
          <div className="checks column">
            <Check label={t("desk.export.marks")} checked={marks} onChange={setMarks} />
            <Check label={t("desk.export.adverts")} checked={lenient} onChange={setLenient} />
            <Check label={t("desk.export.proof")} checked={proof} onChange={setProof} />
          </div>
          {proof ? (
            <Choice
              label={t("desk.export.paper")}
              value={proofPaper}
              options={[
                ["", t("desk.export.paper.full")],
                ["a3", "A3"],
                ["a4", "A4"],
              ]}
              onChange={(value) => setProofPaper(value as typeof proofPaper)}
            />
          ) : null}
          {proof && proofPaper !== "" ? (
            <div className="checks column">
              <Check label={t("desk.export.tile")} checked={tile} onChange={setTile} />
            </div>
          ) : null}
        </>
      ) : null}
      {stage.name === "running" ? (
        <JobProgress
          progress={stage.progress}
          first={t("desk.export.saving")}
          label={t("desk.export.title")}
        />
      ) : null}
      {stage.name === "done" ? (
        <>
          <p className="done-line">
            <Icon name="check" />
            <strong>{baseName(stage.path)}</strong>
            <span>{fileSize(stage.bytes)}</span>
          </p>
          {stage.sealed ? (
            <p className="report-line" data-tone={stage.sealed === "same" ? "fits" : "over"}>
              <Icon name={stage.sealed === "same" ? "lock" : "warn"} />
              {t(`rounds.export.${stage.sealed}`)}
            </p>
          ) : null}
          <PreflightReport
            report={stage.report}
            fit={left === 0}
            pages={stage.choice.proof ? [] : stage.choice.pages}
            onClose={leave}
          />
          {left > 0 && !stage.choice.proof ? <Hindrances pages={shown} onClose={leave} after /> : null}
        </>
      ) : null}
    </Dialog>
  );
}

/** An error by its shape as well as its colour: what only is not full is no more than a remark. */
const signs = { over: "error", warn: "warning", short: "advice" } as const;

/** What stands in the way; `after` the export, only what must not go to press. */
function Hindrances(props: {
  readonly pages: readonly string[];
  readonly after?: boolean;
  readonly onClose: () => void;
}) {
  const t = useT();
  const dispatch = useDispatch();
  const state = useSession((whole) => whole);
  const { pages, after, onClose } = props;
  const decisions = useOpenEdition()?.decisions.snapshot() ?? [];
  const found = hindrances(state, decisions).filter(
    ({ number, tone }) => pages.includes(number) && (!after || tone === "over"),
  );
  const count = (tone: string) => found.filter((one) => one.tone === tone).length;
  const counts = { errors: count("over"), warnings: count("warn"), short: count("short") };
  const title = t(after ? "desk.preflight.left" : "desk.preflight.before", { n: found.length });
  return (
    <section className="report" aria-label={title}>
      <h3>
        {title}
        {after || found.length === 0 ? null : <small>{t("desk.preflight.counts", counts)}</small>}
      </h3>
      {found.length === 0 ? (
        <p className="report-line" data-tone="fits">
          <Icon name="check" />
          {t("desk.preflight.clear")}
        </p>
      ) : (
        <ul>
          {found.map((hindrance) => (
            <li key={hindrance.id}>
              <button
                type="button"
                className="report-line"
                data-tone={hindrance.tone}
                onClick={() => {
                  const { page, block } = hindrance;
                  dispatch(block ? { type: "reveal", page, block } : { type: "page", page });
                  if (hindrance.view) dispatch({ type: "view", view: hindrance.view });
                  onClose();
                }}
              >
                <Sign of={signs[hindrance.tone]} />
                <b>{hindrance.number}</b>
                <span>{t(hindrance.key, hindrance.values)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
