/** The dialogs of signing off, by what they are for. */
import "./rounds-dialogs.css";
import type { RoundsDialog } from "./dialog-state.ts";
import { ReleaseDialog } from "./ReleaseDialog.tsx";
import { ReopenDialog } from "./ReopenDialog.tsx";
import { RulesDialog } from "./RulesDialog.tsx";
import { SignDialog } from "./SignDialog.tsx";
import { TakeDialog } from "./TakeDialog.tsx";
import { VerifyDialog } from "./VerifyDialog.tsx";

interface DialogsProps {
  readonly what: RoundsDialog;
  readonly onClose: () => void;
}

export function RoundsDialogs({ what, onClose }: DialogsProps) {
  switch (what.kind) {
    case "take":
      return <TakeDialog page={what.page} onClose={onClose} />;
    case "sign":
      return <SignDialog {...what} onClose={onClose} />;
    case "release":
      return <ReleaseDialog page={what.page} onClose={onClose} />;
    case "reopen":
      return <ReopenDialog page={what.page} again={what.again} onClose={onClose} />;
    case "rules":
      return <RulesDialog onClose={onClose} />;
    case "verify":
      return <VerifyDialog what={what} onClose={onClose} />;
  }
}
