/** What `recover` says it has lost. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { createEditionFile } from "../../host/store/create.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { act, smallEdition, workFolder } from "../host/evening.ts";
import { dayang } from "./run.ts";

const folder = workFolder();

it("a signature that can no longer be read is named, and the rest is not called whole", () => {
  const path = join(folder, "a.dayang");
  createEditionFile(path, smallEdition(), { act });
  const store = openEditionFile(path);
  const signer = { author: "校对", time: act.time };
  const { id } = store.versions.take({ round: "first", name: "", ...signer });
  store.signatures.add({ version: id, page: "p1", role: "editor", open: [], note: "", ...signer });
  store.close();
  const db = new DatabaseSync(path);
  db.exec("UPDATE signature SET author = 'x'");
  db.close();
  const { code, out } = dayang(["recover", path, "-o", join(folder, "b.dayang"), "--lang", "en"]);
  expect(code).toBe(0);
  expect(out).toContain("Lost: 0 decisions, 0 versions, 1 signatures");
  expect(out).not.toContain("Nothing was lost");
});
