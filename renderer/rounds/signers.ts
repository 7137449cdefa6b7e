/** Who signs at this desk: the name last given for each role, and the role last signed as. Kept on this machine. */
import { type Role, roles } from "../../core/edition/signing.ts";
import type { Workplace } from "../desk/workplace.ts";

export interface Signers {
  readonly names: Readonly<Partial<Record<Role, string>>>;
  /** Null before anybody has signed here. */
  readonly last: Role | null;
}

/** Longest name that is remembered, in UTF-16 units. */
const NAME = 100;

let read: Signers | null = null;

/** As they were read last; null before that. A field that shows a name from the start is not changed under a person's hands. */
export const knownSigners = (): Signers | null => read;

export async function signersOf({ client }: Pick<Workplace, "client">): Promise<Signers> {
  const { desk } = await client.call("settings.get", {});
  const { names, last } = (desk.signers ?? {}) as { names?: Record<string, unknown>; last?: unknown };
  const known = roles.flatMap((role) => {
    const name = names?.[role];
    return typeof name === "string" && name !== "" && name.length <= NAME ? [[role, name] as const] : [];
  });
  read = { names: Object.fromEntries(known), last: roles.find((role) => role === last) ?? null };
  return read;
}

export async function rememberSigner(
  workplace: Pick<Workplace, "client">,
  role: Role,
  name: string,
): Promise<void> {
  const { names } = await signersOf(workplace);
  const { desk } = await workplace.client.call("settings.get", {});
  const signers = { names: { ...names, [role]: name.slice(0, NAME) }, last: role };
  read = { names: signers.names, last: role };
  await workplace.client.call("settings.set", { desk: { ...desk, signers } });
}
