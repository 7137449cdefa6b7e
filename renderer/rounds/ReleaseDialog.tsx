/** Release for press (签付印): what stands in the way, each with where to go; then the PDF, and its seal. */
import { useEffect, useRef, useState } from "react";
import { threadsOf } from "../comments/store.ts";
import type { Progress } from "../desk/flows/export.ts";
import { failed } from "../desk/flows/open.ts";
import { Dialog } from "../desk/parts/Dialog.tsx";
import { TextField } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { JobProgress, type Standard, StandardChoice, WrittenFoot } from "../desk/parts/PdfJob.tsx";
import { baseName } from "../desk/words.ts";
import { useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { itemsIn } from "../proofing/round.ts";
import { type Hindrance, numberOf, release } from "./actions.ts";
import { Hindrances } from "./Hindrances.tsx";
import type { Release } from "./store.ts";
import { useRounds } from "./use-red.ts";
import { useSigner } from "./use-signer.ts";

type Stage =
  | { readonly name: "checking" }
  | { readonly name: "ask"; readonly hindrances: readonly Hindrance[] }
  | { readonly name: "running"; readonly progress: Progress; readonly cancel: () => void }
  | { readonly name: "done"; readonly release: Release; readonly path: string };

const nothing: readonly never[] = [];

export function ReleaseDialog({ page, onClose }: { page: string; onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const { open } = useRounds();
  const facts = useSession(({ edition }) => edition.facts);
  const [author, setAuthor] = useSigner("night-editor");
  const [note, setNote] = useState("");
  const [standard, setStandard] = useState<Standard>("x4");
  const [stage, setStage] = useState<Stage>({ name: "checking" });
  const number = numberOf(open, page);
  const rule = useSession(({ edition }) => edition.style.signing.queries);
  const [leave, setLeave] = useState("");
  // They hinder nothing; but a remark that nobody has seen to is worth a look.
  const remarks = useSession(
    ({ edition }) =>
      threadsOf(edition).filter(
        ({ number: on, thread }) =>
          on === number && !thread.resolved && (rule === "free" || thread.kind !== "query"),
      ).length,
  );
  // Errors that somebody has let stand, with why: released with the page, and recorded in its seal.
  const standing = useSession(() => itemsIn(open)?.findings ?? nothing).filter(
    (item) => item.finding.severity === "error" && item.decision !== null && item.page.node.attrs.id === page,
  );
  const fields = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let live = true;
    const check = async () => {
      await open.session.saved();
      const hindrances = await workplace.client.call("release.check", { edition: open.edition, page });
      if (live) setStage({ name: "ask", hindrances });
    };
    check().catch((error) => {
      failed(workplace, error);
      onClose();
    });
    return () => {
      live = false;
    };
  }, [workplace, open, page, onClose]);

  // The fields come only once it is known that nothing stands in the way.
  const hindrances = stage.name === "ask" ? stage.hindrances : [];
  const left = rule === "reason" ? hindrances.filter(({ kind }) => kind === "query") : [];
  const hard = hindrances.filter((one) => !left.includes(one));
  const clear = stage.name === "ask" && hard.length === 0;
  useEffect(() => {
    if (clear) fields.current?.querySelector("input")?.focus();
  }, [clear]);

  const start = async () => {
    const name = `${[facts.paper, facts.date, number].filter(Boolean).join(" ")}.pdf`;
    const path = await workplace.shell.chooseSavePath("pdf", name);
    if (!path) return;
    setStage({ name: "running", progress: { key: "", values: {}, fraction: 0 }, cancel: () => {} });
    try {
      const choice = { page, path, author: author.trim(), note: note.trim(), standard, leave: leave.trim() };
      const ended = await release(workplace, open, choice, (progress, cancel) =>
        setStage({ name: "running", progress, cancel }),
      );
      if (!ended) setStage({ name: "ask", hindrances });
      else if ("refused" in ended) setStage({ name: "ask", hindrances: ended.refused });
      else setStage({ name: "done", ...ended });
    } catch (error) {
      setStage({ name: "ask", hindrances });
      failed(workplace, error);
    }
  };

  const ready = clear && author.trim() !== "" && (left.length === 0 || leave.trim() !== "");
  const foot =
    stage.name === "done" ? (
      <WrittenFoot path={stage.path} onDone={onClose} />
    ) : stage.name === "running" ? (
      <button type="button" className="button" onClick={stage.cancel}>
        {t("desk.export.stop")}
      </button>
    ) : (
      <>
        <button type="button" className="button" onClick={onClose}>
          {t("desk.cancel")}
        </button>
        <button type="button" className="button primary" disabled={!ready} onClick={() => void start()}>
          {t("rounds.release.do")}
        </button>
      </>
    );

  return (
    <Dialog
      title={t("rounds.release.title", { page: number })}
      width={560}
      onClose={stage.name === "running" ? stage.cancel : onClose}
      foot={foot}
    >
      {stage.name === "checking" ? (
        <p className="waiting" role="status">
          <i className="spinner" aria-hidden="true" />
          {t("rounds.release.checking")}
        </p>
      ) : null}
      {stage.name === "ask" ? (
        <>
          {hard.length > 0 ? (
            <Hindrances
              title={t("rounds.release.hindered", { n: hard.length })}
              {...{ page, hindrances: hard, onClose }}
            />
          ) : (
            <p className="rounds-line" data-tone="fits">
              <Icon name="check" />
              {t(left.length > 0 ? "rounds.release.clear.queries" : "rounds.release.clear")}
            </p>
          )}
          {left.length > 0 ? (
            <Hindrances
              title={t("rounds.release.queries", { n: left.length })}
              {...{ page, hindrances: left, onClose }}
            />
          ) : null}
          {remarks > 0 ? (
            <p className="rounds-line" data-tone="warn">
              <Icon name="comments" />
              {t("rounds.release.comments", { n: remarks })}
            </p>
          ) : null}
          {clear && standing.length > 0 ? (
            <details className="release-standing">
              <summary>{t("rounds.release.standing", { n: standing.length })}</summary>
              <ul>
                {standing.map(({ subject, finding, decision }) => (
                  <li key={subject}>
                    {t(finding.message.key, finding.message.values)}
                    <small>{decision?.reason}</small>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          {clear ? (
            <div ref={fields}>
              {left.length > 0 ? (
                <TextField
                  label={t("rounds.release.leave")}
                  value={leave}
                  placeholder={t("rounds.release.leave.example")}
                  onChange={setLeave}
                />
              ) : null}
              <TextField label={t("rounds.sign.name")} value={author} onChange={setAuthor} />
              <TextField label={t("rounds.sign.note")} value={note} onChange={setNote} />
              <StandardChoice value={standard} onChange={setStandard} />
              <p className="hint">{t("rounds.release.hint")}</p>
            </div>
          ) : null}
        </>
      ) : null}
      {stage.name === "running" ? (
        <JobProgress
          progress={stage.progress}
          first={t("rounds.release.checking")}
          label={t("rounds.release")}
        />
      ) : null}
      {stage.name === "done" ? (
        <div className="rounds-verify">
          <p className="rounds-line" data-tone="fits" role="status">
            <Icon name="lock" />
            <strong>{t("rounds.release.done")}</strong>
          </p>
          <dl>
            <dt>PDF</dt>
            <dd>{baseName(stage.path)}</dd>
            <dt>{t("rounds.release.seal")}</dt>
            <dd className="rounds-digest">{stage.release.pdf}</dd>
          </dl>
        </div>
      ) : null}
    </Dialog>
  );
}
