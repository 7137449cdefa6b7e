/** The host's folders, in a window that has no file dialog: to open, to save, or to show where a file is. */
import { useEffect, useRef, useState } from "react";
import type { Output } from "../../../host/contract.ts";
import { useT } from "../../i18n/locale.tsx";
import { failed } from "../flows/open.ts";
import { Dialog, useFocusOnArrival } from "../parts/Dialog.tsx";
import { Choice } from "../parts/fields.tsx";
import { Icon } from "../parts/Icon.tsx";
import { fileSize, shortTime } from "../words.ts";
import { useWorkplace } from "../workplace.ts";
import type { FileKind, FilesState } from "./dialog-state.ts";

type Listing = Output<"files.list">;

/** The first is given to a name that has none of them, unless another is chosen. */
const suffixes: Readonly<Record<FileKind, readonly string[]>> = {
  edition: [".dayang"],
  pdf: [".pdf"],
  record: [".csv", ".json"],
  pack: [".json"],
  report: [".html"],
  folder: [],
};
const isOf = (kind: FileKind, name: string) =>
  suffixes[kind].some((suffix) => name.toLowerCase().endsWith(suffix));

export function FilesDialog({ dialog }: { dialog: FilesState }) {
  const t = useT();
  const workplace = useWorkplace();
  const { mode, file, done } = dialog;
  const [folder, setFolder] = useState(dialog.folder);
  const [name, setName] = useState(dialog.name);
  const [listing, setListing] = useState<Listing | null>(null);
  const [replace, setReplace] = useState(false);
  useEffect(() => {
    let current = true;
    workplace.client.call("files.list", { folder }).then(
      (answer) => current && setListing(answer),
      (error) => failed(workplace, error),
    );
    return () => {
      current = false;
    };
  }, [workplace, folder]);

  const list = useRef<HTMLUListElement>(null);
  useFocusOnArrival(list, listing);

  const entries = (listing?.entries ?? [])
    .filter((entry) => entry.kind === "folder" || entry.kind === file || isOf(file, entry.name))
    .sort(
      (a, b) =>
        Number(b.kind === "folder") - Number(a.kind === "folder") || a.name.localeCompare(b.name, "zh"),
    );
  const typed = suffixes[file].find((suffix) => name.trim().toLowerCase().endsWith(suffix));
  const [chosen, setChosen] = useState(suffixes[file][0] ?? "");
  const whole = typed ? name.trim() : `${name.trim()}${chosen}`;
  const exists = entries.some((entry) => entry.kind !== "folder" && entry.name === whole);
  const save = () => {
    if (!listing || name.trim() === "") return;
    if (exists && !replace) {
      setReplace(true);
      return;
    }
    done(`${listing.folder.replace(/[/\\]$/, "")}/${whole}`);
  };

  return (
    <Dialog
      title={t(file === "folder" && mode === "open" ? "desk.files.folder" : `desk.files.${mode}`)}
      width={640}
      onClose={() => done(null)}
      foot={
        <>
          {replace ? (
            <span className="dialog-said warn">{t("desk.files.exists", { file: whole })}</span>
          ) : null}
          <button type="button" className="button" onClick={() => done(null)}>
            {t(mode === "show" ? "desk.dialog.close" : "desk.cancel")}
          </button>
          {mode === "open" && file === "folder" ? (
            <button
              type="button"
              className="button primary"
              disabled={!listing}
              onClick={() => done(listing?.folder ?? null)}
            >
              {t("desk.files.this-folder")}
            </button>
          ) : null}
          {mode === "save" ? (
            <button type="button" className="button primary" disabled={name.trim() === ""} onClick={save}>
              {t(replace ? "desk.files.replace" : "desk.files.save-here")}
            </button>
          ) : null}
        </>
      }
    >
      <div className="files-path">
        <button
          type="button"
          className="icon-button"
          aria-label={t("desk.files.up")}
          disabled={!listing?.parent}
          onClick={() => listing?.parent && setFolder(listing.parent)}
        >
          <Icon name="up" />
        </button>
        <bdi>{listing?.folder}</bdi>
      </div>
      <ul className="files-list" ref={list}>
        {entries.map((entry) => (
          <li key={entry.path} data-current={entry.name === dialog.name || undefined}>
            <button
              type="button"
              disabled={mode === "show" && entry.kind !== "folder"}
              onClick={() => {
                if (entry.kind === "folder") setFolder(entry.path);
                else if (mode === "open") done(entry.path);
                else {
                  setName(entry.name);
                  setReplace(false);
                }
              }}
            >
              <Icon name={entry.kind === "folder" ? "folder" : "page"} />
              <span>{entry.name}</span>
              <small>{entry.kind === "folder" ? "" : fileSize(entry.size)}</small>
              <small>{shortTime(entry.modified)}</small>
            </button>
          </li>
        ))}
        {listing && entries.length === 0 ? <li className="hint">{t("desk.files.none")}</li> : null}
      </ul>
      {mode === "save" ? (
        <label className="field wide">
          <span>{t("desk.files.name")}</span>
          <input
            type="text"
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setReplace(false);
            }}
            onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && save()}
          />
        </label>
      ) : null}
      {mode === "save" && suffixes[file].length > 1 ? (
        <Choice
          label={t("desk.files.format")}
          value={typed ?? chosen}
          options={suffixes[file].map((suffix) => [suffix, suffix.slice(1).toUpperCase()] as const)}
          onChange={(suffix) => {
            setChosen(suffix);
            if (typed) setName(`${name.trim().slice(0, -typed.length)}${suffix}`);
            setReplace(false);
          }}
        />
      ) : null}
    </Dialog>
  );
}
