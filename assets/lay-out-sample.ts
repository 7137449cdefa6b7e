/**
 * Plans the sample edition and keeps what planning changed in sample/layout.json, so that opening the sample need not.
 * Run after a change to the sample, to intake, composition or planning: `node assets/lay-out-sample.ts`.
 */
import { writeFile } from "node:fs/promises";
import { changeToJSON } from "../core/edition/change.ts";
import { counted, readSample } from "../host/work/sample.ts";
import { planOnMachine } from "../host/work/sheets.ts";

const { edition } = await readSample();
const { changes } = planOnMachine(edition, 1, counted("sample-plan"));
const lines = changes.map((change) => JSON.stringify(changeToJSON(change)));
await writeFile(new URL("./sample/layout.json", import.meta.url), `[\n${lines.join(",\n")}\n]\n`);
