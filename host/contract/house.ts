/** What this newsroom has decided about proofing for every edition to come: one rule pack in the app's own folder. */
import { z } from "zod";
import { call, none, path } from "./values.ts";

/** A rule pack as text (core/proof/pack.ts): 50,000 entries of a list are a few megabytes. */
const pack = z.string().max(20_000_000);

export const houseCalls = {
  /** The pack that new editions begin with; null where none is kept. */
  "house.get": call(none, z.object({ pack: pack.nullable() })),
  /** Keeps a pack for new editions in place of the one before, or none (null). Problem where it is no pack. */
  "house.keep": call(z.object({ pack: pack.nullable() }), none),
  /** Writes a pack to a file. Problem where it is no pack, or the path exists. */
  "house.export": call(z.object({ path, pack, force: z.boolean().default(false) }), none),
} as const;
