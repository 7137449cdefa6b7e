/**
 * What a kill left: every acknowledged step must stand in the log of the file it was written to, every picture,
 * decision, remark, version, signature and release too; copies, imports and PDFs must be whole; and whatever was not
 * acknowledged is there whole or not at all.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openEditionFile } from "../../host/store/store.ts";
import type { Acknowledged } from "./writer.ts";

/** What is missing or broken after a kill, in words. */
export function inspect(home: string, path: string, done: readonly Acknowledged[]): string[] {
  const losses: string[] = [];
  const attempt = (what: string, look: () => string | null | undefined) => {
    try {
      const loss = look();
      if (loss) losses.push(`${what}: ${loss}`);
    } catch (error) {
      losses.push(`${what}: ${error}`);
    }
  };
  for (const file of new Set([path, ...done.map((act) => act.file)])) {
    attempt(basename(file), () =>
      record(
        file,
        losses,
        done.filter((act) => act.file === file),
      ),
    );
  }
  attempt("the list of recent editions", () => {
    const recent = JSON.parse(readFileSync(join(home, "recent.json"), "utf8")) as { path: string }[];
    const opened = done.flatMap((act) => (act.did === "import" || act.did === "move" ? [act.path] : []));
    const last = opened.at(-1) ?? path;
    return recent.some((one) => one.path === last) ? null : "the edition opened last is not in it";
  });
  for (const act of done) {
    if (act.did === "import" || act.did === "save" || act.did === "move") {
      attempt(act.path, () => {
        const store = openEditionFile(act.path, { readOnly: true });
        try {
          const further = act.did === "move" && store.seq > act.seq;
          return store.seq === act.seq || further ? null : `at row ${store.seq}, not ${act.seq}`;
        } finally {
          store.close();
        }
      });
    }
    if (act.did === "export") {
      attempt(act.path, () => {
        const digest = createHash("sha256").update(readFileSync(act.path)).digest("hex");
        return digest === act.digest ? null : "is not the PDF that was made";
      });
    }
  }
  for (const name of readdirSync(home)) {
    const file = join(home, name);
    // What has its name is whole, acknowledged or not.
    if (/\.dayang(?:\.\d+~)?$/.test(name) && !name.startsWith(".")) {
      attempt(name, () => {
        const store = openEditionFile(file, { readOnly: true });
        try {
          return store.verify().join("; ");
        } finally {
          store.close();
        }
      });
    }
    if (name.endsWith(".pdf")) {
      attempt(name, () => {
        const end = readFileSync(file).subarray(-8).toString("latin1");
        return end.includes("%%EOF") ? null : "ends early";
      });
    }
  }
  return losses;
}

/** What of `done` the edition file at `path` lacks, and what of it is not as it was written. */
function record(path: string, losses: string[], done: readonly Acknowledged[]): null {
  const store = openEditionFile(path);
  try {
    if (store.readOnly) losses.push(`read-only: ${store.readOnly}`);
    losses.push(...store.verify());
    const labels = new Map([...store.log()].map((entry) => [entry.seq, entry.label]));
    const pictures = new Set(store.pictures.list().map(({ digest }) => digest));
    const subjects = new Set(store.decisions.list().map(({ subject }) => subject));
    const versions = new Set(store.versions.list().map(({ name }) => name));
    const remarks = new Map(store.edition.comments?.map((one) => [one.id, one.remarks.length]));
    const ids = (rows: readonly { readonly id: number }[]) => new Set(rows.map(({ id }) => id));
    const signed = {
      signature: ids(store.signatures.list()),
      release: ids(store.releases.list()),
      reopening: ids(store.reopenings.list()),
    };
    for (const act of done) {
      if (act.did === "version" && !versions.has(act.name)) losses.push(`${act.name} is lost`);
      if (act.did === "comment" && (remarks.get(act.id) ?? 0) < act.remarks) losses.push(`${act.id} is lost`);
      if (act.did === "step" && labels.get(act.seq) !== act.label) losses.push(`step ${act.seq} is lost`);
      if (act.did === "picture" && !pictures.has(act.digest)) losses.push(`picture ${act.digest} is lost`);
      if (act.did === "decision" && !subjects.has(act.subject)) losses.push(`${act.subject} is lost`);
      if (act.did === "signature" || act.did === "release" || act.did === "reopening") {
        if (!signed[act.did].has(act.id)) losses.push(`${act.did} ${act.id} is lost`);
      }
    }
    return null;
  } finally {
    store.close();
  }
}
