import type { Area } from "./message.ts";

/** Whether all that is seen is on disk, and where else it can be put. */
export const deskSaving = {
  "desk.saved": { zh: "已保存", en: "Saved" },
  "desk.saving": { zh: "正在保存", en: "Saving" },
  "desk.unsaved": { zh: "未能保存，正在重试", en: "Not saved, trying again" },
  "desk.cannot-save": { zh: "现在存不了", en: "Cannot save now" },
  "desk.unsaved.behind": { zh: "存不上，请重新载入", en: "Cannot be saved: reload" },
  "desk.unsaved.elsewhere": { zh: "未存，另存为…", en: "Not saved: save as…" },
  "desk.unsaved.will-be": { zh: "存不了，另存为…", en: "Cannot save: save as…" },
  "desk.unsaved.denied": {
    zh: "{file} 或它的文件夹现在不许写，改动存不进去。版面都还在窗口里：先不要关窗口，恢复写权限，或用“文件 › 另存为”",
    en: "{file} or its folder may not be written now and takes no more changes. All is still in this window: keep it open, and allow writing again or use File › Save as",
  },
  "desk.unsaved.full": {
    zh: "磁盘已满，改动存不进 {file}。版面都还在窗口里：先不要关窗口，腾出空间，或用“文件 › 另存为”存到别的盘",
    en: "The disk is full and {file} takes no more changes. All is still in this window: keep it open, and make room or use File › Save as on another disk",
  },
  "desk.unsaved.damaged": {
    zh: "{file} 在磁盘上被损坏了（{place}），改动不再存进去。版面都还在窗口里：用“文件 › 另存为”存成另一个文件；以前的步骤可用 dayang recover 抢救",
    en: "{file} was damaged on the disk ({place}) and takes no more changes. All is still in this window: use File › Save as; `dayang recover` saves what it can of earlier steps",
  },
  "desk.unsaved.spoiled": {
    zh: "{file} 被别的程序写坏了，改动存不进去。版面都还在窗口里：先不要关窗口，用“文件 › 另存为”存成另一个文件",
    en: "{file} was spoiled by another program and takes no more changes. All is still in this window: keep it open and use File › Save as",
  },
  "desk.unsaved.io": {
    zh: "读写 {file} 出错（{detail}），改动存不进去；可能是网络盘断了。版面都还在窗口里：先不要关窗口，等它恢复，或用“文件 › 另存为”存到别的盘",
    en: "{file} cannot be read or written ({detail}); a network drive may have gone. All is still in this window: keep it open, and wait for the drive or use File › Save as on another disk",
  },
  "desk.reading.gone": {
    zh: "{file} 已被移走、改名、删除或换成了别的文件，这里还是此前的版面；要留一份，用“文件 › 另存为”",
    en: "{file} was moved, renamed, deleted or replaced; this window shows it as it was. Use File › Save as to keep a copy",
  },
  "desk.reading.elsewhere": { zh: "文件不在了，另存为…", en: "File gone: save as…" },
  "desk.host-gone": {
    zh: "程序的后台没有应答，改动存不进去。版面都还在窗口里：先不要关窗口，后台恢复后会自动存上",
    en: "The app's host does not answer, and no changes can be saved. All is still in this window: keep it open, and they are saved once the host is back",
  },
  "desk.clock-behind": {
    zh: "电脑时钟比上一步的时间（{time}）还早，请校准时间。改动照常按先后保存，签字和历史里的时间会不准",
    en: "This computer's clock is behind the last step ({time}); please set it. Changes are saved in their order all the same, but times in signatures and history will be wrong",
  },
  "desk.save-as": { zh: "另存为…", en: "Save as…" },
  "desk.saving-as": { zh: "正在另存……", en: "Saving to another file…" },
  "desk.saved-as": {
    zh: "已另存为 {file}，此后的改动都存在这里",
    en: "Saved as {file}; changes go there from now on",
  },
  "desk.saved-as.bare": {
    zh: "已另存为 {file}。原文件已被覆盖或损坏，只带来了现在的版面、文字和读得出的图片；以前的步骤和签字请从备份里找",
    en: "Saved as {file}. The file had been written over or damaged, so only pages and text as they are now came along, and pictures that could be read; look in the backups for earlier steps and signatures",
  },
} as const satisfies Area;
