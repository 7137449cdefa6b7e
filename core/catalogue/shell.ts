import type { Area } from "./message.ts";

/** The window around the desk: native menus, file dialogs, faults of the app, packing. */
export const shell = {
  "shell.about": { zh: "关于大样", en: "About Dayang" },
  "shell.services": { zh: "服务", en: "Services" },
  "shell.hide": { zh: "隐藏大样", en: "Hide Dayang" },
  "shell.hide-others": { zh: "隐藏其他", en: "Hide Others" },
  "shell.unhide": { zh: "全部显示", en: "Show All" },
  "shell.quit": { zh: "退出大样", en: "Quit Dayang" },
  "shell.edit": { zh: "编辑", en: "Edit" },
  "shell.cut": { zh: "剪切", en: "Cut" },
  "shell.copy": { zh: "拷贝", en: "Copy" },
  "shell.paste": { zh: "粘贴", en: "Paste" },
  "shell.paste-plain": { zh: "粘贴为纯文本", en: "Paste as plain text" },
  "shell.select-all": { zh: "全选", en: "Select all" },
  "shell.window": { zh: "窗口", en: "Window" },
  "shell.minimize": { zh: "最小化", en: "Minimize" },
  "shell.zoom-window": { zh: "缩放", en: "Zoom" },
  "shell.full-screen": { zh: "全屏", en: "Full screen" },
  "shell.close-window": { zh: "关闭窗口", en: "Close window" },
  "shell.editions": { zh: "大样版面文件", en: "Dayang editions" },
  "shell.pdf": { zh: "PDF 文件", en: "PDF files" },
  "shell.host-gone": {
    zh: "后台程序意外结束（代码 {code}）。已经保存的内容都在文件里。",
    en: "The background program ended unexpectedly (code {code}). Everything saved is in the file.",
  },
  "shell.page-gone": {
    zh: "窗口意外中断（{reason}）。已经保存的内容都在文件里。",
    en: "The window stopped unexpectedly ({reason}). Everything saved is in the file.",
  },
  "shell.unsaved": {
    zh: "最后的改动还没有写入磁盘，现在关闭会丢失。",
    en: "The last changes are not on the disk yet; closing now would lose them.",
  },
  "shell.wait": { zh: "继续等待", en: "Wait" },
  "shell.close-anyway": { zh: "仍然关闭", en: "Close anyway" },
  "shell.reload": { zh: "重新载入", en: "Reload" },
  "dist.renderer": { zh: "正在构建界面……", en: "Building the pages…" },
  "dist.shell": { zh: "正在构建主程序……", en: "Building the shell…" },
  "dist.runtime": { zh: "正在取得 Electron {version}……", en: "Fetching Electron {version}…" },
  "dist.pack": { zh: "正在打包……", en: "Packing…" },
  "dist.done": { zh: "已打包：{files}", en: "Packed: {files}" },
  "dist.no-runtime": {
    zh: "取不到 Electron {version} 的运行时（{platform}，{detail}），没有打包。请检查网络，或用 ELECTRON_MIRROR 指定镜像，或用 --electron-dist 指定已解压的运行时",
    en: "The Electron {version} runtime cannot be fetched ({platform}, {detail}); nothing was packed. Check the network, name a mirror in ELECTRON_MIRROR, or an unpacked runtime with --electron-dist",
  },
  "dist.failed": { zh: "打包没有成功：{detail}", en: "Packing failed: {detail}" },
} as const satisfies Area;
