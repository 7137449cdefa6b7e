/** The dialog that is open, and the file dialog over it. */

import { HandoverDialog } from "../../handover/HandoverDialog.tsx";
import { HouseDialog } from "../../proofing/house/HouseDialog.tsx";
import { RoundsDialogs } from "../../rounds/RoundsDialogs.tsx";
import { useDesk, useDispatch } from "../workplace.ts";
import { JumpDialog, MoveDialog, SwapDialog } from "./BlockDialogs.tsx";
import { CropDialog } from "./CropDialog.tsx";
import { ExportDialog } from "./ExportDialog.tsx";
import { FactsDialog } from "./FactsDialog.tsx";
import { FilesDialog } from "./FilesDialog.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { NewDialog } from "./NewDialog.tsx";
import { AddPageDialog, RenamePageDialog } from "./PageDialogs.tsx";
import { Palette } from "./Palette.tsx";
import { PlanDialog } from "./PlanDialog.tsx";
import { Shortcuts } from "./Shortcuts.tsx";

export function Dialogs() {
  const files = useDesk((state) => state.files);
  return (
    <>
      <OpenDialog />
      {files ? <FilesDialog key={`${files.mode} ${files.folder}`} dialog={files} /> : null}
    </>
  );
}

function OpenDialog() {
  const dialog = useDesk((state) => state.dialog);
  const dispatch = useDispatch();
  const close = () => dispatch({ type: "dialog", dialog: null });
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "palette":
      return <Palette onClose={close} />;
    case "shortcuts":
      return <Shortcuts onClose={close} />;
    case "new":
      return <NewDialog onClose={close} />;
    case "import":
      return <ImportDialog dialog={dialog} onClose={close} />;
    case "handover":
      return <HandoverDialog onClose={close} />;
    case "export":
      return <ExportDialog onClose={close} />;
    case "house":
      return <HouseDialog tab={dialog.tab} rule={dialog.rule} onClose={close} />;
    case "facts":
      return <FactsDialog onClose={close} />;
    case "add-page":
      return <AddPageDialog onClose={close} />;
    case "rename-page":
      return <RenamePageDialog page={dialog.page} onClose={close} />;
    case "jump":
      return <JumpDialog article={dialog.article} onClose={close} />;
    case "move":
      return <MoveDialog block={dialog.block} onClose={close} />;
    case "swap":
      return <SwapDialog block={dialog.block} onClose={close} />;
    case "plan":
      return <PlanDialog onClose={close} />;
    case "rounds":
      return <RoundsDialogs what={dialog.what} onClose={close} />;
    case "crop":
      return <CropDialog picture={dialog.picture} onClose={close} />;
  }
}
