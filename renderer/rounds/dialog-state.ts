/** Dialogs of signing off, with what each was opened for. */
import type { ProofRound, Role } from "../../core/edition/signing.ts";
import type { Output } from "../../host/contract.ts";

export type RoundsDialog =
  | { readonly kind: "take"; readonly page: string }
  | { readonly kind: "sign"; readonly page: string; readonly round: ProofRound; readonly role: Role }
  | { readonly kind: "release"; readonly page: string }
  /** `again` makes the change that was refused because the page is released. */
  | { readonly kind: "reopen"; readonly page: string; readonly again: (() => void) | null }
  | { readonly kind: "rules" }
  | { readonly kind: "verify"; readonly file: string; readonly result: Output<"release.verify"> };
