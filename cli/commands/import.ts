import { basename } from "node:path";
import { checkDate } from "../../core/intake/intake.ts";
import { Problem } from "../../core/problem.ts";
import { withPack } from "../../core/proof/pack.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { checkOutput, kindOf, readBytes } from "../../host/work/files.ts";
import { importFiles } from "../../host/work/import.ts";
import { choiceOption, command } from "../command.ts";
import { keptStyle, packAt } from "../pack-file.ts";

/** `import FILE... -o EDITION`: texts (and pictures) to an edition file. */
export const importCommand = command({
  name: "import",
  options: {
    out: { type: "string", short: "o" },
    date: { type: "string" },
    paper: { type: "string" },
    pack: { type: "string", multiple: true },
    adverts: { type: "string" },
    force: { type: "boolean" },
  },
  files: [1, 1000],
  async run(values, files, { terminal, now, author }) {
    const out = values.out;
    const force = values.force ?? false;
    if (!out) throw new Problem("cli.option-missing", { command: "import", option: "-o" });
    const errors = choiceOption("--adverts", values.adverts ?? "refuse", ["refuse", "accept"]);
    const date = checkDate(values.date ?? "");
    checkOutput(out, files, force);
    const odd = files.find((file) => !["text", "picture", "pdf"].includes(kindOf(file)));
    if (odd) throw new Problem("cli.import.kind", { file: basename(odd) });

    terminal.stage("cli.stage.read", { files: files.map((file) => basename(file)).join("、") });
    const read = (kind: string) =>
      files
        .filter((file) => kindOf(file) === kind)
        .map((file) => ({ name: file, bytes: readBytes(file, kind === "text" ? undefined : 200e6) }));
    const adverts = read("pdf").map((file) => ({
      ...file,
      text: files.slice(0, files.indexOf(file.name)).filter((name) => kindOf(name) === "text").length,
    }));
    if (adverts.length > 0 && errors === "refuse") {
      const { checkAdvert } = await import("../../host/pictures/adverts.ts");
      for (const { name, bytes } of adverts) await checkAdvert(basename(name), bytes, "x4", terminal.locale);
    }
    const { edition, pictures } = await importFiles({
      texts: read("text"),
      pictures: read("picture"),
      adverts,
      date,
      paper: values.paper,
      style: (values.pack ?? []).map(packAt).reduce(withPack, keptStyle()),
    });
    terminal.stage("cli.stage.save", { file: basename(out) });
    createEditionFile(out, edition, { act: { time: now(), author, label: "import" }, pictures, force });

    const blocks = edition.pages.flatMap((page) => page.children);
    terminal.say("cli.import.done", {
      file: out,
      pages: edition.pages.map((page) => page.attrs.number).join("、"),
      articles: blocks.filter((block) => block.type.name === "article").length,
      pictures: pictures.length,
    });
    const comments = edition.comments?.length ?? 0;
    if (comments > 0) terminal.say("cli.import.comments", { n: comments });
    for (const page of edition.pages) {
      for (const block of page.children) {
        if (block.type.name !== "article") continue;
        const headline = block.children.find((child) => child.type.name === "headline")?.textContent;
        terminal.say("cli.import.article", {
          page: page.attrs.number,
          headline: headline || terminal.word("cli.no-headline"),
          characters: characters(block.textContent),
        });
      }
    }
    return 0;
  },
});

/** Characters as a desk counts them: white space apart. */
const characters = (text: string) => [...text.replace(/\s+/gu, "")].length;
