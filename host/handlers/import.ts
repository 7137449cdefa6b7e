/** Import in two steps: what would become of the files, then the edition file. Nothing is written by the first. */
import type { Node } from "prosemirror-model";
import { standingThreads } from "../../core/edition/comments.ts";
import { editionToJSON } from "../../core/edition/edition.ts";
import { readJumps } from "../../core/edition/jumps.ts";
import { checkDate } from "../../core/intake/intake.ts";
import { Problem } from "../../core/problem.ts";
import type { ImportSummary } from "../contract.ts";
import { createEditionFile } from "../store/create.ts";
import { checkOutput } from "../work/files.ts";
import { withHouse } from "../work/house.ts";
import { newId } from "../work/ids.ts";
import { type Imported, importFiles } from "../work/import.ts";
import { houseStyle } from "../work/style.ts";
import { remember } from "./editions.ts";
import type { Handlers, Household } from "./household.ts";

/** Previews kept until they are committed; older ones are forgotten. */
const KEPT = 5;

export function importHandlers(household: Household): Pick<Handlers, "import.preview" | "import.commit"> {
  const { environment, editions, settings } = household;
  const previews = new Map<string, Imported>();
  return {
    async "import.preview"({ texts, pictures, paper, date }) {
      const style = withHouse(environment.home, houseStyle);
      const imported = await importFiles({ texts, pictures, paper, date: checkDate(date), style });
      const preview = newId();
      previews.set(preview, imported);
      for (const old of [...previews.keys()].slice(0, -KEPT)) previews.delete(old);
      return summaryOf(preview, imported);
    },
    "import.commit"({ preview, path, force }) {
      const imported = previews.get(preview);
      if (!imported) throw new Problem("import.forgotten");
      checkOutput(path, [], force);
      const act = { time: environment.now(), author: settings.read().author, label: "import" };
      createEditionFile(path, imported.edition, { act, pictures: imported.pictures, force });
      previews.delete(preview);
      return remember(household, editions.open(path));
    },
  };
}

function summaryOf(preview: string, { edition }: Imported): ImportSummary {
  const jumps = readJumps(edition);
  const threads = standingThreads(edition);
  return {
    preview,
    paper: edition.facts.paper,
    date: edition.facts.date,
    pages: edition.pages.map((page) => ({
      number: page.attrs.number as string,
      articles: page.children
        .filter((block) => block.type.name === "article")
        .map((block) => {
          const texts = (role: string) =>
            block.children
              .filter((child: Node) => child.type.name === role)
              .map((child) => child.textContent);
          return {
            kind: block.attrs.kind as string,
            kicker: texts("kicker")[0] ?? "",
            headline: texts("headline")[0] ?? "",
            deck: texts("deck"),
            byline: texts("byline"),
            characters: [...block.textContent.replace(/\s+/gu, "")].length,
            pictures: block.children.filter((child) => child.type.name === "picture").length,
            comments: threads.filter(({ places }) => places[0]?.block === block.attrs.id).length,
            jumps: jumps.ofBlock(block.attrs.id as string).map((jump) => jump.line),
          };
        }),
    })),
    content: editionToJSON(edition),
  };
}
