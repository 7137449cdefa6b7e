import { basename } from "node:path";
import { Problem } from "../../core/problem.ts";
import { recover } from "../../host/store/recover.ts";
import { checkOutput } from "../../host/work/files.ts";
import { command } from "../command.ts";

/** `recover EDITION -o NEW`: what can be saved of a damaged file, and what was lost. */
export const recoverCommand = command({
  name: "recover",
  options: { out: { type: "string", short: "o" }, force: { type: "boolean" } },
  files: [1, 1],
  async run(values, [source = ""], { terminal, now, author }) {
    if (!values.out) throw new Problem("cli.option-missing", { command: "recover", option: "-o" });
    checkOutput(values.out, [source], values.force ?? false);
    terminal.stage("cli.stage.recover", { file: basename(source) });
    const saved = recover(source, values.out, { time: now(), author, force: values.force ?? false });
    terminal.say("cli.recover.saved", {
      file: values.out,
      rows: saved.rows.saved,
      pages: saved.pages.join("、") || "–",
      pictures: saved.pictures.saved,
      decisions: saved.decisions,
    });
    if (saved.last) terminal.say("cli.recover.last", { ...saved.last });
    for (const [from, to] of saved.rows.lost) terminal.say("cli.recover.lost-rows", { from, to });
    for (const { digest, page } of saved.pictures.lost) {
      terminal.say("cli.recover.lost-picture", { digest: digest.slice(0, 12), page });
    }
    const lost = {
      decisions: saved.lostDecisions,
      versions: saved.versions.lost,
      signatures: saved.signatures.lost,
      releases: saved.releases.lost,
    };
    const rest = Object.values(lost).reduce((sum, n) => sum + n, 0);
    if (rest > 0) terminal.say("recover.lost-rest", lost);
    const whole = saved.rows.lost.length + saved.pictures.lost.length + rest === 0;
    if (whole) terminal.say("cli.recover.whole");
    return 0;
  },
});
