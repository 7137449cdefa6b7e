/** The whole catalogue: areas merged, keys unique across them (a test proves it). */
import { cli } from "./cli.ts";
import { cliHelp } from "./cli-help.ts";
import { cliHelpOut } from "./cli-help-out.ts";
import { compose } from "./compose.ts";
import { desk } from "./desk.ts";
import { deskAlso } from "./desk-also.ts";
import { deskComments } from "./desk-comments.ts";
import { deskDates } from "./desk-dates.ts";
import { deskEditor } from "./desk-editor.ts";
import { deskExport } from "./desk-export.ts";
import { deskFiles } from "./desk-files.ts";
import { deskHistory } from "./desk-history.ts";
import { deskHouse } from "./desk-house.ts";
import { deskPlates } from "./desk-plates.ts";
import { deskPress } from "./desk-press.ts";
import { deskProofing } from "./desk-proofing.ts";
import { deskRounds } from "./desk-rounds.ts";
import { deskSaving } from "./desk-saving.ts";
import { deskShape } from "./desk-shape.ts";
import { deskSheet } from "./desk-sheet.ts";
import { digital } from "./digital.ts";
import { handover } from "./handover.ts";
import { host } from "./host.ts";
import { intake } from "./intake.ts";
import { type Area, fill, type Locale, type Values } from "./message.ts";
import { preflight } from "./preflight.ts";
import { press } from "./press.ts";
import { pressPlaced } from "./press-placed.ts";
import { pressProof } from "./press-proof.ts";
import { proofDates } from "./proof-dates.ts";
import { proofFigures } from "./proof-figures.ts";
import { proofJumps } from "./proof-jumps.ts";
import { proofMarks } from "./proof-marks.ts";
import { proofNames } from "./proof-names.ts";
import { proofPack } from "./proof-pack.ts";
import { proofWords } from "./proof-words.ts";
import { report } from "./report.ts";
import { rounds } from "./rounds.ts";
import { shell } from "./shell.ts";

export const areas = {
  intake,
  proofJumps,
  proofMarks,
  proofWords,
  proofNames,
  proofDates,
  proofFigures,
  proofPack,
  compose,
  press,
  pressPlaced,
  pressProof,
  preflight,
  host,
  handover,
  digital,
  report,
  cli,
  cliHelp,
  cliHelpOut,
  desk,
  deskAlso,
  deskDates,
  deskComments,
  deskEditor,
  deskHistory,
  deskProofing,
  deskHouse,
  deskPlates,
  deskPress,
  deskRounds,
  deskExport,
  deskFiles,
  deskSaving,
  deskShape,
  deskSheet,
  rounds,
  shell,
} satisfies Record<string, Area>;

const entries: Area = Object.assign({}, ...Object.values(areas));

/** True where the catalogue has a message `key` that needs no values. */
export const isWord = (key: string): boolean =>
  Object.hasOwn(entries, key) && !/\{\w+\}/.test(entries[key]?.zh ?? "");

/** The message `key` in words. Throws a RangeError for a key that is not in the catalogue. */
export function word(locale: Locale, key: string, values: Values = {}): string {
  const entry = entries[key];
  if (!entry) throw new RangeError(`no message "${key}" in the catalogue`);
  return fill(entry, locale, values);
}
