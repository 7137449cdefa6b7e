import type { Area } from "./message.ts";

/** What the machine cannot do: files, disks, locks. `{file}` is a name, `{place}` where in it. */
export const host = {
  "store.missing": { zh: "找不到文件 {file}", en: "{file}: no such file" },
  "store.directory": { zh: "{file} 是文件夹，不是版面文件", en: "{file} is a folder, not an edition file" },
  "store.empty": { zh: "{file} 是空文件", en: "{file} is empty" },
  "store.denied": { zh: "没有权限读写 {file}", en: "{file}: permission denied" },
  "store.name": { zh: "文件名 {file} 不合法", en: "{file} is not a valid file name" },
  "store.exists": {
    zh: "{file} 已存在；要覆盖请加 --force",
    en: "{file} already exists; use --force to replace it",
  },
  "store.no-folder": {
    zh: "没有 {folder} 这个文件夹，{file} 无处可存",
    en: "There is no folder {folder} to put {file} in",
  },
  "host.not-open": {
    zh: "这一期已经关闭，请重新打开",
    en: "This edition has been closed; please open it again",
  },
  "host.no-face": { zh: "没有“{face}”这种字体", en: 'There is no face "{face}"' },
  "host.no-template": { zh: "没有“{template}”这个模板", en: 'There is no template "{template}"' },
  "host.fault": { zh: "程序出错：{message}", en: "The program failed: {message}" },
  "recover.lost-rest": {
    zh: "丢失：校对决定 {decisions} 条，版本 {versions} 个，签名 {signatures} 个，付印与重开记录 {releases} 条",
    en: "Lost: {decisions} decisions, {versions} versions, {signatures} signatures, {releases} releases and reopenings",
  },
  "audit.seq": { zh: "序号", en: "No." },
  "audit.time": { zh: "时间", en: "Time" },
  "audit.author": { zh: "操作人", en: "Who" },
  "audit.label": { zh: "操作", en: "What" },
  "audit.pages": { zh: "版面", en: "Pages" },
  "version.none": {
    zh: "没有第 {version} 个版本，或其中没有这一版",
    en: "There is no version {version}, or it does not have this page",
  },
  "host.append-failed": {
    zh: "改动还没有存上：程序的后台没有应答。正在重试，请先不要关窗口",
    en: "The last changes are not saved yet: the app's host does not answer. Trying again; keep this window open",
  },
  "log.behind": {
    zh: "这一期在别处有了新的改动（本窗口到第 {after} 步，文件已到第 {seq} 步），请重新载入",
    en: "The edition has changed elsewhere (this window has seen step {after}, the file is at {seq}); please reload",
  },
  "import.forgotten": {
    zh: "这次导入已过期，请重新选择文件",
    en: "This import has expired; please choose the files again",
  },
  "export.stage.compose": { zh: "正在拼版……", en: "Composing…" },
  "export.stage.proof": { zh: "正在标注校样……", en: "Marking the proof…" },
  "export.stage.pictures": { zh: "正在处理图片……", en: "Preparing pictures…" },
  "export.stage.pdf": { zh: "正在输出 PDF……", en: "Writing the PDF…" },
  "proof.severity.error": { zh: "错误", en: "error" },
  "proof.severity.warning": { zh: "警告", en: "warning" },
  "proof.severity.advice": { zh: "建议", en: "advice" },
  "export.no-page": {
    zh: "{file} 里没有 {page} 版，只有 {known}",
    en: "{file} has no page {page}, only {known}",
  },
  "import.picture-left": {
    zh: "{file} 没有对应的图说：照片比图说多",
    en: "{file} has no caption to go with: there are more pictures than captions",
  },
  "store.full": { zh: "磁盘已满，{file} 未写入", en: "The disk is full; {file} was not written" },
  "store.io": { zh: "读写 {file} 出错：{detail}", en: "{file}: input/output error ({detail})" },
  "store.not-database": { zh: "{file} 不是大样的版面文件", en: "{file} is not a Dayang edition file" },
  "store.foreign": {
    zh: "{file} 是其他程序的数据库，不是大样的版面文件",
    en: "{file} is another program's database, not a Dayang edition file",
  },
  "store.newer": {
    zh: "{file} 由更新版本的大样保存（文件格式 {version}，本机只认到 {known}），请先升级",
    en: "{file} was saved by a newer Dayang (file format {version}, this one knows {known}); please update",
  },
  "store.truncated": {
    zh: "{file} 不完整：应有 {expected} 字节，只有 {size} 字节。可用 dayang recover 抢救，原文件不会被改动",
    en: "{file} is cut short: {size} bytes of {expected}. `dayang recover` saves what it can and leaves the file alone",
  },
  "store.damaged": {
    zh: "{file} 已损坏（{place}）。可用 dayang recover 抢救，原文件不会被改动",
    en: "{file} is damaged ({place}). `dayang recover` saves what it can and leaves the file alone",
  },
  "store.nothing": { zh: "{file} 里没有可以抢救的内容", en: "Nothing in {file} can be recovered" },
  "store.held": {
    zh: "{user} 正在 {host} 上编辑 {file}（进程 {pid}），现在只能查看",
    en: "{file} is being edited by {user} on {host} (process {pid}); it can only be viewed now",
  },
  "store.busy": {
    zh: "{file} 正被其他程序占用，请稍后再试",
    en: "{file} is in use by another program; please try again",
  },
  "store.taken": {
    zh: "{file} 已被别的程序改写，改动存不进去。版面都还在窗口里：先不要关窗口，用“文件 › 另存为”存成另一个文件",
    en: "{file} was written over by another program and takes no more changes. All is still in this window: keep it open and use File › Save as",
  },
  "store.moved": {
    zh: "{file} 已被移走、改名、删除或换成了别的文件，改动存不进去。版面都还在窗口里：先不要关窗口，把文件放回原处，或用“文件 › 另存为”",
    en: "{file} was moved, renamed, deleted or replaced and takes no more changes. All is still in this window: keep it open, and put the file back or use File › Save as",
  },
  "store.read-only-asked": { zh: "{file} 以只读方式打开", en: "{file} is open read-only" },
  "store.read-only-folder": {
    zh: "{file} 或其所在文件夹不可写，只能查看",
    en: "{file} or its folder cannot be written; it can only be viewed",
  },
  "store.read-only-full": {
    zh: "磁盘已满，{file} 只能查看",
    en: "The disk is full; {file} can only be viewed",
  },
} as const satisfies Area;
