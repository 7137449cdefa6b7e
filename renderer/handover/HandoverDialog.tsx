/** Handing pages over: where to and how, progress, what stands in the way, and what has arrived. */
import { useEffect, useState } from "react";
import "./handover.css";
import type { Output } from "../../host/contract.ts";
import { Dialog } from "../desk/parts/Dialog.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { JobProgress } from "../desk/parts/PdfJob.tsx";
import { useSelected } from "../desk/store.ts";
import { fileSize, shortTime } from "../desk/words.ts";
import { useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import { HandoverForm, isSftp } from "./HandoverForm.tsx";
import {
  askAgain,
  type HandoverChoice,
  handing,
  type Remembered,
  rememberedTargets,
  rememberTarget,
  startHandover,
} from "./handing.ts";
import { Trouble } from "./Trouble.tsx";

type Pending = Output<"handover.pending">;

export function HandoverDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const stage = useSelected(handing, (whole) => whole);
  const numbers = useSession((state) => state.edition.pages);
  const [remembered, setRemembered] = useState<Remembered | null>(null);
  const [pending, setPending] = useState<Pending>([]);
  const [choice, setChoice] = useState<HandoverChoice>({
    target: "",
    pages: numbers.map((page) => page.attrs.number as string),
    standard: "x4",
    secrets: {},
  });
  const change = (part: Partial<HandoverChoice>) => setChoice((known) => ({ ...known, ...part }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: what waits changes when a delivery ends
  useEffect(() => {
    if (!open) return;
    let current = true;
    void workplace.client
      .call("handover.pending", { edition: open.edition })
      .then((list) => current && setPending(list));
    void rememberedTargets(workplace).then((known) => {
      if (!current) return;
      setRemembered(known);
      const [last] = known.targets;
      setChoice((given) => ({
        ...given,
        target: given.target || (last?.target ?? ""),
        contact: given.contact ?? known.contact,
        secrets: { keyFile: last?.keyFile ?? "", ...given.secrets },
      }));
    });
    return () => {
      current = false;
    };
  }, [workplace, open, stage.name]);

  if (!open) return null;
  const send = (sent: HandoverChoice) => {
    const keyFile = sent.secrets?.keyFile ?? "";
    void rememberTarget(workplace, sent.target, keyFile, sent.contact ?? "");
    const { password, passphrase } = sent.secrets ?? {};
    const secrets = isSftp(sent.target)
      ? {
          ...(password ? { password } : {}),
          ...(passphrase ? { passphrase } : {}),
          ...(keyFile ? { keyFile } : {}),
        }
      : {};
    void startHandover(workplace, open, { ...sent, secrets });
  };
  const leave = () => {
    if (stage.name === "done" || stage.name === "failed") askAgain();
    onClose();
  };
  const ready = choice.target.trim() !== "" && (choice.pages?.length ?? 0) > 0;

  const foot =
    stage.name === "ask" ? (
      <>
        <button type="button" className="button" onClick={leave}>
          {t("desk.cancel")}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={!ready}
          onClick={() => send({ ...choice, target: choice.target.trim() })}
        >
          {t("handover.start")}
        </button>
      </>
    ) : stage.name === "running" ? (
      <>
        <button type="button" className="button" onClick={stage.cancel}>
          {t("handover.stop")}
        </button>
        <button type="button" className="button primary" onClick={onClose}>
          {t("desk.export.go-on")}
        </button>
      </>
    ) : stage.name === "failed" ? (
      <button type="button" className="button" onClick={askAgain}>
        {t("handover.change")}
      </button>
    ) : (
      <button type="button" className="button primary" onClick={leave}>
        {t("desk.done")}
      </button>
    );

  return (
    <Dialog
      title={t("handover.title")}
      width={640}
      onClose={stage.name === "running" ? onClose : leave}
      foot={foot}
    >
      {stage.name === "ask" ? (
        <>
          <Waiting
            pending={pending}
            onResume={(target) => send({ ...choice, target, resume: true })}
            onDiscard={({ name, target }) => {
              setPending((list) => list.filter((one) => one.name !== name || one.target !== target));
              void workplace.client.call("handover.discard", { edition: open.edition, name, target });
            }}
          />
          <HandoverForm choice={choice} targets={remembered?.targets ?? []} onChange={change} />
        </>
      ) : null}
      {stage.name === "running" ? (
        <JobProgress progress={stage.progress} first={t("desk.export.saving")} label={t("handover.title")} />
      ) : null}
      {stage.name === "failed" ? (
        <Trouble
          trouble={stage.trouble}
          choice={stage.choice}
          waits={pending.some(({ target }) => target === stage.choice.target)}
          onSend={send}
        />
      ) : null}
      {stage.name === "done" ? (
        <>
          <p className="done-line">
            <Icon name="check" />
            <strong>{t("handover.done", { pages: stage.done.pages.join("、") })}</strong>
            <span>{fileSize(stage.done.bytes)}</span>
          </p>
          <p className="handover-place">{stage.done.path}</p>
          <p className="hint">{t("handover.done.about")}</p>
        </>
      ) : null}
    </Dialog>
  );
}

interface WaitingProps {
  readonly pending: Pending;
  readonly onResume: (target: string) => void;
  readonly onDiscard: (one: Pick<Pending[number], "name" | "target">) => void;
}

/** Packages that broke off. */
function Waiting({ pending, onResume, onDiscard }: WaitingProps) {
  const t = useT();
  if (pending.length === 0) return null;
  return (
    <section className="report" aria-label={t("handover.waits")}>
      <h3>{t("handover.waits")}</h3>
      <ul>
        {pending.map(({ name, target, pages, bytes, created }) => (
          <li key={`${name} ${target}`} className="report-line handover-waits" data-tone="warn">
            <Icon name="warn" />
            <span>
              {`${pages.join("、")} · ${fileSize(bytes)} · ${shortTime(created)}`}
              <small>{target}</small>
            </span>
            <button type="button" className="button" onClick={() => onResume(target)}>
              {t("handover.resume")}
            </button>
            <button type="button" className="button" onClick={() => onDiscard({ name, target })}>
              {t("handover.discard")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
