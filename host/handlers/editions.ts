/** Edition files: opened, made, copied, recovered, remembered. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Edition, noFacts } from "../../core/edition/edition.ts";
import { checkDate } from "../../core/intake/intake.ts";
import type { OpenedEdition } from "../contract.ts";
import { listBackups } from "../store/backups.ts";
import { createEditionFile } from "../store/create.ts";
import { recover } from "../store/recover.ts";
import { checkOutput, makeFolder } from "../work/files.ts";
import { withHouse } from "../work/house.ts";
import { newId } from "../work/ids.ts";
import { readLaidOutSample } from "../work/sample.ts";
import { fromPage, fromTemplate, listTemplates } from "../work/templates.ts";
import type { Handlers, Household } from "./household.ts";

type Own =
  | "editions.recent"
  | "editions.sample"
  | "editions.create"
  | "templates.list"
  | "editions.open"
  | "editions.close"
  | "editions.copy"
  | "editions.move"
  | "editions.compact"
  | "editions.backups"
  | "editions.recover";

/** Remembers an edition that was opened, for the list of recent ones. */
export function remember({ settings, environment }: Household, opened: OpenedEdition): OpenedEdition {
  const { facts, pages } = opened.content;
  settings.remember({
    path: opened.path,
    paper: facts.paper,
    date: facts.date,
    pages: pages.map((page) => String((page as { attrs?: { number?: unknown } }).attrs?.number ?? "")),
    opened: environment.now(),
  });
  return opened;
}

export function editionHandlers(household: Household): Pick<Handlers, Own> {
  const { environment, editions, settings } = household;
  return {
    "editions.recent": () => settings.recent(),
    async "editions.sample"() {
      const path = join(environment.home, "sample.dayang");
      if (!existsSync(path)) {
        makeFolder(environment.home);
        // Laid out already, so that the app opens on pages at once and not on a heap of blocks.
        const { edition, pictures } = await readLaidOutSample();
        const act = { time: environment.now(), author: settings.read().author, label: "import" };
        createEditionFile(path, edition, { act, pictures });
      }
      return remember(household, editions.open(path));
    },
    "templates.list": () =>
      listTemplates().map(({ id, name, about, pages }) => ({
        id,
        name,
        about,
        pages: pages.map(({ number, title }) => ({ number, title })),
      })),
    "editions.create"({ path, paper, date, template, page, force }) {
      const { style, pages } = template ? fromTemplate(template) : fromPage(page);
      const edition: Edition = {
        facts: { ...noFacts, id: newId(), paper, date: checkDate(date) },
        style: withHouse(environment.home, style),
        pages,
      };
      checkOutput(path, [], force);
      const act = { time: environment.now(), author: settings.read().author, label: "create" };
      createEditionFile(path, edition, { act, force });
      return remember(household, editions.open(path));
    },
    "editions.open": ({ path, readOnly }) => remember(household, editions.open(path, readOnly)),
    "editions.close"({ edition }) {
      editions.close(edition);
      return {};
    },
    "editions.copy"({ edition, path, force }) {
      const store = editions.store(edition);
      checkOutput(path, [store.path], force);
      store.copyTo(path, force);
      return {};
    },
    "editions.move"({ edition, path, force }) {
      checkOutput(path, [], force);
      const { whole, ...opened } = editions.move(edition, path, settings.read().author);
      return { opened: remember(household, opened), whole };
    },
    "editions.compact": ({ edition }) => ({ ...editions.store(edition).compact() }),
    "editions.backups": ({ path }) => listBackups(path),
    "editions.recover"({ path, out, force }) {
      checkOutput(out, [path], force);
      const saved = recover(path, out, { time: environment.now(), author: settings.read().author, force });
      return {
        saved: saved.rows.saved,
        lost: saved.rows.lost.map(([from, to]) => [from, to] as [number, number]),
        pages: [...saved.pages],
        pictures: saved.pictures.saved,
        lostPictures: saved.pictures.lost.map((lost) => ({ ...lost })),
        decisions: saved.decisions,
        lostDecisions: saved.lostDecisions,
        lostVersions: saved.versions.lost,
        lostSignatures: saved.signatures.lost,
        lostReleases: saved.releases.lost,
      };
    },
  };
}
