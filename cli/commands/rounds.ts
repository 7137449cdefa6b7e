import { hindranceWords } from "../../core/catalogue/lacking.ts";
import { pageState } from "../../core/edition/rounds.ts";
import { Problem } from "../../core/problem.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { pagesOf } from "../../host/store/versions.ts";
import { chainEnd, recordOf } from "../../host/work/sign-off.ts";
import { command } from "../command.ts";
import type { Terminal } from "../terminal.ts";

/** `rounds EDITION`: how far each page has come from first proof to press; with an act before it, a step on that way. */
export const rounds = command({
  name: "rounds",
  options: {
    json: { type: "boolean" },
    page: { type: "string" },
    round: { type: "string" },
    role: { type: "string" },
    name: { type: "string" },
    note: { type: "string" },
    reason: { type: "string" },
    stand: { type: "string" },
    pdf: { type: "string" },
    standard: { type: "string" },
    profile: { type: "string" },
    marks: { type: "boolean" },
    force: { type: "boolean" },
    from: { type: "string" },
    to: { type: "string" },
    out: { type: "string", short: "o" },
  },
  files: [1, 2],
  async run(values, files, around) {
    const { terminal } = around;
    const [file = "", second] = files;
    if (second !== undefined) {
      if (file === "red") return (await import("./red-check.ts")).redCheck(second, values, around);
      const { acts, signOff } = await import("./sign-off.ts");
      const act = acts.find((one) => one === file);
      if (!act) throw new Problem("cli.rounds.no-act", { act: file, known: [...acts, "red"].join(", ") });
      return signOff(act, second, values, around);
    }
    const store = openEditionFile(file, { readOnly: true });
    try {
      const { signing } = store.edition.style;
      const record = recordOf(store);
      const states = pagesOf(store.edition).map((page) => pageState(page, record, signing));
      const faults = [...store.releases.faults(), ...store.chain.faults()];
      const chain = chainEnd(store);
      if (values.json) terminal.print(JSON.stringify({ file, pages: states, faults, chain }));
      else {
        printRounds(states, faults, terminal);
        if (chain.links > 0) terminal.say("cli.verify.chain", { digest: chain.digest });
      }
      return faults.length > 0 ? 1 : 0;
    } finally {
      store.close();
    }
  },
});

type States = ReturnType<typeof pageState>[];

function printRounds(states: States, faults: readonly string[], terminal: Terminal): void {
  const { word } = terminal;
  const list = (items: readonly string[]) => items.join(word("cli.and"));
  for (const { number, stage, rounds: all, lacking, release, broken, reopened } of states) {
    terminal.say("cli.rounds.page", { page: number, stage: word(`stage.${stage}`) });
    for (const { round, times, roles } of all) {
      if (times === 0) continue;
      const signatures = roles.flatMap(({ role, asked, standing, signature, changed }) => {
        const named = { role: word(`role.${role}`), author: signature?.author ?? "" };
        if (!signature) return asked ? word("cli.rounds.unsigned", named) : [];
        const aspects = list(changed.map((aspect) => word(`aspect.${aspect}`)));
        return word(`cli.rounds.${standing === "changed" ? "changed" : "signed"}`, { ...named, aspects });
      });
      terminal.say("cli.rounds.round", {
        round: word(`round.${round}`),
        times,
        signatures: list(signatures),
      });
    }
    if (release) {
      const { author, time } = release;
      terminal.say("cli.rounds.release", { author, time, pdf: "pdf" in release ? String(release.pdf) : "" });
      if (broken.length > 0)
        terminal.say("cli.rounds.broken", {
          aspects: list(broken.map((aspect) => word(`aspect.${aspect}`))),
        });
    } else if (lacking.length > 0) {
      const lacks = lacking.map(({ round, role, why }) =>
        hindranceWords(word, {
          key: `release.lacks.${why}`,
          values: { round: `round.${round}`, role: `role.${role}` },
        }),
      );
      terminal.say("cli.rounds.lacks", { lacks: lacks.join(word("cli.rounds.next")) });
    }
    if (reopened) terminal.say("cli.rounds.reopened", { ...reopened });
  }
  for (const place of faults) terminal.say("cli.rounds.fault", { place });
}
