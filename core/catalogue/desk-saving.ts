import type { Area } from "./message.ts";

/** Whether all that is seen is on disk, and where else it can be put. */
export const deskSaving = {
  "desk.saved": { zh: "已保存", en: "Saved" },
  "desk.saving": { zh: "正在保存", en: "Saving" },
  "desk.unsaved": { zh: "未能保存，正在重试", en: "Not saved, trying again" },
  "desk.unsaved.behind": { zh: "存不上，请重新载入", en: "Cannot be saved: reload" },
  "desk.unsaved.elsewhere": { zh: "未存，另存为…", en: "Not saved: save as…" },
  "desk.unsaved.denied": {
    zh: "{file} 或它的文件夹现在不许写，改动还没有存上，都还在窗口里；请先不要关窗口，恢复写权限，或用“文件 › 另存为”",
    en: "{file} or its folder may not be written now; the last changes are not saved but still in the window. Keep it open, and allow writing again or use File › Save as",
  },
  "desk.unsaved.full": {
    zh: "磁盘已满，改动还没有存进 {file}，都还在窗口里；请先不要关窗口，腾出空间，或用“文件 › 另存为”存到别的盘",
    en: "The disk is full; the last changes are not saved in {file} but still in the window. Keep it open, and make room or use File › Save as on another disk",
  },
  "desk.save-as": { zh: "另存为…", en: "Save as…" },
  "desk.saving-as": { zh: "正在另存……", en: "Saving to another file…" },
  "desk.saved-as": {
    zh: "已另存为 {file}，此后的改动都存在这里",
    en: "Saved as {file}; changes go there from now on",
  },
  "desk.saved-as.bare": {
    zh: "已另存为 {file}。原文件已被别的内容覆盖，只带来了现在的版面和文字；以前的步骤、签名和图片请从备份里找",
    en: "Saved as {file}. The file had been written over, so only pages and text as they are now came along; look in the backups for earlier steps, signatures and pictures",
  },
} as const satisfies Area;
