/** Rule packs in and out: read from a file into the edition's style, written to a file, kept for editions to come. */
import { setStyle } from "../../../core/edition/commands.ts";
import { packText, readPack, withPack } from "../../../core/proof/pack.ts";
import type { CommandContext } from "../../commands/command.ts";
import { translator } from "../../i18n/locale.tsx";
import { announce } from "../announce.ts";

/** Tells the dialog that what is kept for editions to come is another. */
const keptAnew = () => dispatchEvent(new Event("dayang:house"));

function say({ state }: CommandContext, key: string, values: Readonly<Record<string, string>> = {}): void {
  state.dispatch({ type: "notice", notice: { tone: "ok", key, values } });
  announce(translator(state.snapshot().locale)(key, values));
}

/** Adds what a pack says to the edition's style. Rejects with a Problem where the file is none. */
export async function importPack(context: CommandContext): Promise<void> {
  const { open, shell } = context;
  if (!open) return;
  const [file] = await shell.chooseUploads(".json", false);
  if (!file) return;
  const pack = readPack(await file.text(), file.name);
  const { style } = open.session.state.edition;
  open.session.dispatch(setStyle(withPack(style, pack)), { label: "house.import" });
  say(context, "house.imported", { name: pack.name || file.name });
}

/** Writes the edition's rules and lists to a file that `check --pack` and another desk can read. */
export async function exportPack(context: CommandContext): Promise<void> {
  const { open, shell, client } = context;
  if (!open) return;
  const { facts, style } = open.session.state.edition;
  const name = facts.paper || style.name;
  const path = await shell.chooseSavePath("pack", `${name}.json`);
  if (!path) return;
  await client.call("house.export", { path, pack: packText(style, name), force: true });
  say(context, "house.exported", { path });
}

/** Editions made from now on begin with this one's rules and lists. */
export async function keepPack(context: CommandContext): Promise<void> {
  const { open, client } = context;
  if (!open) return;
  await client.call("house.keep", { pack: packText(open.session.state.edition.style, "") });
  keptAnew();
  say(context, "house.kept");
}

/** Editions made from now on begin with what the app comes with. */
export async function forgetPack(context: CommandContext): Promise<void> {
  await context.client.call("house.keep", { pack: null });
  keptAnew();
  say(context, "house.forgotten");
}
