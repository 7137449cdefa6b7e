/** The name in a field that is signed with: whoever signed as this last at this desk, until somebody types another. */
import { useEffect, useState } from "react";
import type { Role } from "../../core/edition/signing.ts";
import { useWorkplace } from "../desk/workplace.ts";
import { knownSigners, type Signers, signersOf } from "./signers.ts";
import { useRounds } from "./use-red.ts";

export function useSigner(role: Role): readonly [name: string, type: (name: string) => void] {
  const workplace = useWorkplace();
  const { open } = useRounds();
  const [typed, setTyped] = useState<string | null>(null);
  const [known, setKnown] = useState<Signers | null>(knownSigners);
  useEffect(() => {
    if (knownSigners()) return;
    let live = true;
    signersOf(workplace).then(
      (signers) => live && setKnown(signers),
      () => {},
    );
    return () => {
      live = false;
    };
  }, [workplace]);
  return [typed ?? known?.names[role] ?? open.author, setTyped];
}
