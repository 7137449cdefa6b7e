/** Crop: a frame over the whole picture, dragged or moved by keys; the picture itself is never changed. */
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { setAttributes } from "../../../core/edition/commands.ts";
import { locate } from "../../../core/edition/outline.ts";
import type { Crop } from "../../../core/edition/schema.ts";
import { useT } from "../../i18n/locale.tsx";
import { cropped } from "../../sheet/crop.ts";
import { type Handle, handleAt, handles } from "../../sheet/places.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useOpenEdition, useSession, useWorkplace } from "../workplace.ts";

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

export function CropDialog({ picture, onClose }: { picture: string; onClose: () => void }) {
  const t = useT();
  const workplace = useWorkplace();
  const open = useOpenEdition();
  const edition = useSession((state) => state.edition);
  const node = locate(edition, picture)?.node;
  const [crop, setCrop] = useState<Crop>((node?.attrs.crop as Crop | undefined) ?? WHOLE);
  const [url, setUrl] = useState("");
  const area = useRef<HTMLDivElement>(null);
  const drag = useRef<{ handle: Handle; x: number; y: number; crop: Crop } | null>(null);
  const source = node?.attrs.source as string | null | undefined;

  useEffect(() => {
    if (!open || !source) return;
    let made = "";
    workplace.client.call("pictures.preview", { edition: open.edition, digest: source, maxPx: 1024 }).then(
      (preview) => {
        if (!preview) return;
        made = URL.createObjectURL(new Blob([preview.bytes.slice()], { type: preview.media }));
        setUrl(made);
      },
      () => {},
    );
    return () => URL.revokeObjectURL(made);
  }, [workplace, open, source]);

  useEffect(() => {
    const style = area.current?.style;
    style?.setProperty("--x", String(crop.x));
    style?.setProperty("--y", String(crop.y));
    style?.setProperty("--w", String(crop.width));
    style?.setProperty("--h", String(crop.height));
  }, [crop]);

  if (!node || !open) return null;
  const onDown = (handle: Handle) => (event: PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { handle, x: event.clientX, y: event.clientY, crop };
  };
  const onMove = (event: PointerEvent) => {
    const from = drag.current;
    const box = area.current?.getBoundingClientRect();
    if (!from || !box) return;
    setCrop(
      cropped(
        from.crop,
        from.handle,
        (event.clientX - from.x) / box.width,
        (event.clientY - from.y) / box.height,
      ),
    );
  };
  const take = () => {
    onClose();
    open.session.dispatch(setAttributes(picture, { crop }), { label: "desk.crop" });
  };

  return (
    <Dialog
      title={t("desk.crop.title")}
      width={720}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={() => setCrop(WHOLE)}>
            {t("desk.crop.whole")}
          </button>
          <span className="dialog-said">
            {`${Math.round((node.attrs.width as number) * crop.width)} × ${Math.round((node.attrs.height as number) * crop.height)}`}
          </span>
          <button type="button" className="button" onClick={onClose}>
            {t("desk.cancel")}
          </button>
          <button type="button" className="button primary" onClick={take}>
            {t("desk.crop.take")}
          </button>
        </>
      }
    >
      <div className="crop" ref={area} onPointerMove={onMove} onPointerUp={() => (drag.current = null)}>
        {url ? <img src={url} alt="" draggable={false} /> : null}
        {/* biome-ignore lint/a11y/useSemanticElements: a frame moved in two directions is no range input */}
        <div
          className="crop-frame"
          role="group"
          aria-label={t("desk.crop.frame")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: moved and sized with the arrow keys
          tabIndex={0}
          onPointerDown={onDown("move")}
          onKeyDown={(event) => {
            const step = 0.01;
            const dx = event.key === "ArrowRight" ? step : event.key === "ArrowLeft" ? -step : 0;
            const dy = event.key === "ArrowDown" ? step : event.key === "ArrowUp" ? -step : 0;
            if (!dx && !dy) return;
            event.preventDefault();
            setCrop(cropped(crop, event.shiftKey ? "se" : "move", dx, dy));
          }}
        >
          {handles.map((handle) => (
            <i
              key={handle}
              className="crop-handle"
              data-handle={handle}
              onPointerDown={onDown(handle)}
              data-at={handleAt(handle).join(" ")}
            />
          ))}
        </div>
      </div>
      <p className="hint">{t("desk.crop.hint")}</p>
    </Dialog>
  );
}
