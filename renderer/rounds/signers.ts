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

export async function signersOf({ client }: Pick<Workplace, "client">): Promise<Signers> {
  const { desk } = await client.call("settings.get", {});
  const { names, last } = (desk.signers ?? {}) as { names?: Record<string, unknown>; last?: unknown };
  const known = roles.flatMap((role) => {
    const name = names?.[role];
    return typeof name === "string" && name !== "" && name.length <= NAME ? [[role, name] as const] : [];
  });
  return { names: Object.fromEntries(known), last: roles.find((role) => role === last) ?? null };
}

export async function rememberSigner(
  workplace: Pick<Workplace, "client">,
  role: Role,
  name: string,
): Promise<void> {
  const { names } = await signersOf(workplace);
  const { desk } = await workplace.client.call("settings.get", {});
  const signers = { names: { ...names, [role]: name.slice(0, NAME) }, last: role };
  await workplace.client.call("settings.set", { desk: { ...desk, signers } });
}
