/** What is handed over, where to, and how one is let in there. */
import { useEffect, useId, useState } from "react";
import { releasesInForce } from "../../core/edition/rounds.ts";
import { Check, TextField } from "../desk/parts/fields.tsx";
import { Icon } from "../desk/parts/Icon.tsx";
import { StandardChoice } from "../desk/parts/PdfJob.tsx";
import { useOpenEdition, useSession, useWorkplace } from "../desk/workplace.ts";
import { useT } from "../i18n/locale.tsx";
import type { HandoverChoice, Remembered } from "./handing.ts";

export const isSftp = (target: string): boolean => /^sftp:/i.test(target.trim());

interface HandoverFormProps {
  readonly choice: HandoverChoice;
  readonly targets: Remembered["targets"];
  readonly onChange: (part: Partial<HandoverChoice>) => void;
}

export function HandoverForm({ choice, targets, onChange }: HandoverFormProps) {
  const t = useT();
  const { shell } = useWorkplace();
  const edition = useSession((state) => state.edition);
  const ids = { target: useId(), list: useId(), password: useId() };
  const numbers = edition.pages.map((page) => page.attrs.number as string);
  const pages = choice.pages ?? [];
  const released = useReleased();
  const isReleased = (number: string) =>
    edition.pages.some((page) => page.attrs.number === number && released?.has(page.attrs.id as string));
  const unreleased = released ? pages.filter((number) => !isReleased(number)) : [];
  const secrets = choice.secrets ?? {};
  const chooseFolder = async () => {
    const folder = await shell.chooseFile("folder");
    if (folder) onChange({ target: folder });
  };
  const pick = (target: string) => {
    const known = targets.find((one) => one.target === target);
    onChange({ target, ...(known ? { secrets: { ...secrets, keyFile: known.keyFile } } : {}) });
  };
  return (
    <>
      <div className="field">
        <label htmlFor={ids.target}>{t("handover.to")}</label>
        <div className="handover-target">
          <input
            id={ids.target}
            type="text"
            list={ids.list}
            value={choice.target}
            placeholder="sftp://press@print.example/in"
            spellCheck={false}
            onChange={(event) => pick(event.target.value)}
          />
          <datalist id={ids.list}>
            {targets.map(({ target }) => (
              <option key={target} value={target} />
            ))}
          </datalist>
          <button type="button" className="button" onClick={() => void chooseFolder()}>
            {t("handover.choose-folder")}
          </button>
        </div>
      </div>
      {isSftp(choice.target) ? (
        <fieldset className="handover-login" aria-label={t("handover.login")}>
          <div className="field">
            <label htmlFor={ids.password}>{t("handover.secret")}</label>
            <input
              id={ids.password}
              type="password"
              autoComplete="off"
              value={secrets.password ?? ""}
              onChange={(event) =>
                // A key that is locked is unlocked with it: one of the two is asked for.
                onChange({
                  secrets: { ...secrets, password: event.target.value, passphrase: event.target.value },
                })
              }
            />
          </div>
          <TextField
            label={t("handover.key-path")}
            value={secrets.keyFile ?? ""}
            placeholder={t("handover.key-path.none")}
            onChange={(keyFile) => onChange({ secrets: { ...secrets, keyFile } })}
          />
          <p className="hint">{t("handover.login.about")}</p>
        </fieldset>
      ) : null}
      <fieldset className="field" aria-label={t("desk.pages")}>
        <span>{t("desk.pages")}</span>
        <div className="checks">
          {edition.pages.map((page) => {
            const number = page.attrs.number as string;
            return (
              <Check
                key={number}
                label={[
                  number,
                  page.attrs.title as string,
                  isReleased(number) && `（${t("handover.released")}）`,
                ]
                  .filter(Boolean)
                  .join(" ")}
                checked={pages.includes(number)}
                onChange={(on) =>
                  onChange({ pages: numbers.filter((n) => (n === number ? on : pages.includes(n))) })
                }
              />
            );
          })}
        </div>
      </fieldset>
      {unreleased.length > 0 ? (
        <p className="report-line" data-tone="warn">
          <Icon name="warn" />
          {t("handover.unreleased", { pages: unreleased.join("、") })}
        </p>
      ) : null}
      <StandardChoice value={choice.standard ?? "x4"} onChange={(standard) => onChange({ standard })} />
      <div className="checks column">
        <Check
          label={t("desk.export.marks")}
          checked={choice.marks ?? false}
          onChange={(marks) => onChange({ marks })}
        />
      </div>
      <TextField
        label={t("handover.contact")}
        value={choice.contact ?? ""}
        placeholder={t("handover.contact.example")}
        onChange={(contact) => onChange({ contact })}
      />
      <TextField
        label={t("handover.note")}
        value={choice.note ?? ""}
        onChange={(note) => onChange({ note })}
      />
      <p className="hint">{t("handover.about")}</p>
    </>
  );
}

/** Ids of the pages that are released for press; null until it is known. */
function useReleased(): ReadonlySet<string> | null {
  const { client } = useWorkplace();
  const open = useOpenEdition();
  const [released, setReleased] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!open) return;
    let current = true;
    void client
      .call("rounds.list", { edition: open.edition })
      .then((record) => current && setReleased(new Set(releasesInForce(record).keys())));
    return () => {
      current = false;
    };
  }, [client, open]);
  return released;
}
