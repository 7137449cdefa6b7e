import { basename } from "node:path";
import { freeRoom } from "../../core/compose/plan/free.ts";
import { headlineOf } from "../../core/edition/headline.ts";
import { readJumps } from "../../core/edition/jumps.ts";
import { locate } from "../../core/edition/outline.ts";
import { readOnlyProblem } from "../../host/store/connection.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { composeSheets, planOnMachine } from "../../host/work/sheets.ts";
import { command, numberOption } from "../command.ts";

/** `plan EDITION`: lays out every block that has no place yet, as one step of the log. */
export const plan = command({
  name: "plan",
  options: { seed: { type: "string" } },
  files: [1, 1],
  async run(values, [file = ""], { terminal, now, author }) {
    const seed = numberOption("--seed", values.seed ?? "1", 0, 1e9, { whole: true });
    const store = openEditionFile(file, { now: now() });
    try {
      if (store.readOnly) throw readOnlyProblem(basename(file), store.readOnly, store.holder);
      terminal.stage("cli.stage.plan", {}, { long: true });
      const before = new Set(store.edition.pages.map((page) => page.attrs.number as string));
      const { edition, changes, taken } = planOnMachine(store.edition, seed);
      if (changes.length === 0) {
        terminal.say("cli.plan.nothing", { file });
        return 0;
      }
      store.append(changes, { time: now(), author, label: "plan" });
      const sheets = composeSheets(edition);
      for (const page of edition.pages) {
        const placed = page.children.filter((block) => block.attrs.place !== null).length;
        const key = before.has(page.attrs.number) ? "cli.plan.page" : "cli.plan.new-page";
        terminal.say(key, { page: page.attrs.number, placed, blocks: page.childCount });
        const proposal = taken.find((one) => one.page === page.attrs.id);
        for (const { article, target, characters } of proposal?.jumps ?? []) {
          const jump = readJumps(edition).all.find((one) => one.article === article && one.target === target);
          terminal.say("cli.plan.jump", {
            page: page.attrs.number,
            headline: headlineOf(edition, locate(edition, article)?.node ?? page),
            line: jump?.line ?? target,
            characters,
          });
        }
        const sheet = sheets.find((one) => one.page === page.attrs.id);
        const over = (sheet?.fits ?? []).flatMap((fit) => (fit.characters > 0 ? [fit.characters] : []));
        const characters = over.reduce((sum, count) => sum + count, 0);
        if (characters > 0)
          terminal.say("plan.over", { page: page.attrs.number, n: over.length, characters });
        for (const { code } of characters > 0 ? (proposal?.reasons ?? []) : [])
          if (code === "jump-limit" || code === "onward-full")
            terminal.say(`plan.${code}`, { n: edition.style.plan.maxJumps });
        const free = freeRoom(page, edition.style);
        if (free)
          terminal.say("plan.free", {
            page: page.attrs.number,
            columns: free.columns,
            lines: free.lines,
            characters: free.columns * free.lines * edition.style.grid.measure,
          });
      }
      return 0;
    } finally {
      store.close();
    }
  },
});
