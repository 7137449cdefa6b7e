import type { Area } from "./message.ts";

/** Handing pages over to the printer: packages, targets, what can go wrong on the way. */
export const handover = {
  "handover.preflight.title": { zh: "印前检查报告", en: "Preflight report" },
  "handover.preflight.severity": { zh: "级别", en: "Severity" },
  "handover.preflight.where": { zh: "位置", en: "Where" },
  "handover.preflight.what": { zh: "问题和处理办法", en: "Problem, and what to do" },
  "handover.preflight.place": { zh: "左 {x}、上 {y} 毫米", en: "{x} mm from left, {y} mm from top" },
  "handover.preflight.everywhere": { zh: "全文件", en: "Whole file" },

  "handover.stage.compose": { zh: "正在排版……", en: "Composing…" },
  "handover.stage.pdf": { zh: "正在生成 {page} 版的 PDF……", en: "Making the PDF of {page}…" },
  "handover.stage.preflight": { zh: "正在检查 {page} 版……", en: "Preflighting {page}…" },
  "handover.stage.copy": { zh: "正在写入 {file}……", en: "Writing {file}…" },
  "handover.stage.send": { zh: "正在传送 {file}……", en: "Sending {file}…" },
  "handover.stage.verify": { zh: "正在回读核对 {file}……", en: "Reading {file} back…" },
  "handover.stage.again": {
    zh: "与 {server} 的连接断了，正在重连（第 {attempt} 次）……",
    en: "The link to {server} broke; connecting again (attempt {attempt})…",
  },

  "handover.ticket": { zh: "{file} 不是大样的作业单", en: "{file} is not a job ticket of Dayang" },
  "handover.outbox": {
    zh: "待送的印件已不完整：{file}。请重新送印",
    en: "A package that waits is no longer whole: {file}. Hand the pages over anew",
  },
  "handover.nothing-waits": {
    zh: "{file} 没有待续传到 {target} 的印件",
    en: "Nothing of {file} waits to be sent on to {target}",
  },
  "handover.preflight-failed": {
    zh: "{pages} 版印前检查不合格（{errors} 个错误），没有送往 {target}",
    en: "Preflight fails for {pages} ({errors} errors); nothing was sent to {target}",
  },
  "handover.seal-broken": {
    zh: "{page} 版重新生成的 PDF 与签付印时封存的不一致，没有送出。请撤回签付印，查明原因后重签",
    en: "The PDF of {page} made anew is not the one that was sealed at release; nothing was sent. Reopen the page, find out why, and release it again",
  },
  "handover.target": {
    zh: "送印地址看不懂：{target}。请给一个文件夹，或 sftp://用户@主机/路径",
    en: "No address to hand over to: {target}. Give a folder, or sftp://user@host/path",
  },
  "handover.target-password": {
    zh: "送印地址 {target} 里不能写密码",
    en: "A password has no place in the address {target}",
  },
  "handover.exists": {
    zh: "{folder} 里已有 {file}，内容却不一样，没有覆盖。请先与印厂核对",
    en: "{folder} already has {file}, and it is another; it was left as it is. Ask the printer first",
  },
  "handover.digest": {
    zh: "{file} 送到后核对不上（SHA-256 不符），没有交付",
    en: "{file} did not arrive as it was sent (its SHA-256 differs); nothing was handed over",
  },
  "handover.host-unknown": {
    zh: "第一次连接 {server}，主机密钥指纹为 {fingerprint}。请与印厂核对，确认后再送",
    en: "{server} is new; the fingerprint of its key is {fingerprint}. Compare it with the printer's before you trust it",
  },
  "handover.host-changed": {
    zh: "{server} 的主机密钥变了：原为 {known}，现为 {fingerprint}。可能有人冒充，没有登录。请先向印厂核实",
    en: "The key of {server} has changed from {known} to {fingerprint}. Somebody may be posing as it: nobody was logged in. Ask the printer first",
  },
  "handover.denied": {
    zh: "{server} 不接受用户 {user} 的密码或密钥",
    en: "{server} does not accept the password or key of {user}",
  },
  "handover.key": { zh: "私钥打不开：{detail}", en: "The private key cannot be opened: {detail}" },
  "handover.key-file": { zh: "读不到私钥文件 {file}", en: "The private key file {file} cannot be read" },
  "handover.no-sftp": { zh: "{server} 不提供 SFTP", en: "{server} offers no SFTP" },
  "handover.broken": {
    zh: "与 {server} 连不上或中途断开（{detail}），{file} 没有送完。可以续传，已送到的不必重传",
    en: "No link to {server}, or one that broke ({detail}); {file} is not all there. It can be resumed: what has arrived need not be sent again",
  },
  "handover.remote-folder": {
    zh: "{server} 上没有文件夹 {folder}",
    en: "{server} has no folder {folder}",
  },
  "handover.remote-missing": {
    zh: "服务器上找不到 {path}（{detail}）",
    en: "{path} is not on the server ({detail})",
  },
  "handover.remote-denied": {
    zh: "没有权限写 {path}（{detail}）",
    en: "No permission to write {path} ({detail})",
  },
  "handover.remote-failed": {
    zh: "服务器写不下 {path}（{detail}），磁盘可能满了",
    en: "The server failed at {path} ({detail}); its disk may be full",
  },
  "handover.fingerprint": {
    zh: "{fingerprint} 不是密钥指纹",
    en: "{fingerprint} is no fingerprint of a key",
  },
  "handover.known-hosts": {
    zh: "读不懂已信任主机的名单 {file}，没有连接",
    en: "The list of trusted hosts {file} cannot be read; nothing was connected",
  },

  "handover.command": { zh: "送印…", en: "Hand over to the printer…" },
  "handover.title": { zh: "送印", en: "Hand over to the printer" },
  "handover.start": { zh: "打包并送出", en: "Pack and send" },
  "handover.stop": { zh: "停止", en: "Stop" },
  "handover.change": { zh: "返回修改", en: "Back" },
  "handover.retry": { zh: "重试", en: "Try again" },
  "handover.resume": { zh: "接着送", en: "Resume" },
  "handover.discard": { zh: "不送了", en: "Discard" },
  "handover.despite": { zh: "印厂已同意，照样送出", en: "The printer agrees: send all the same" },
  "handover.waits": { zh: "没有送完的", en: "Not all there yet" },
  "handover.to": { zh: "送到", en: "To" },
  "handover.choose-folder": { zh: "选文件夹…", en: "Folder…" },
  "handover.login": { zh: "登录", en: "Login" },
  "handover.secret": { zh: "密码", en: "Password" },
  "handover.key-path": { zh: "私钥文件", en: "Key file" },
  "handover.key-path.none": { zh: "不用私钥则留空", en: "Empty for none" },
  "handover.login.about": {
    zh: "密码只用这一次，不保存；私钥有口令的，填在密码栏。本机的 ssh-agent 也会用到。",
    en: "The password is used once and never kept; a locked key is unlocked with it. This machine’s agent is asked too.",
  },
  "handover.contact": { zh: "联系人", en: "Contact" },
  "handover.contact.example": {
    zh: "夜班编辑和电话，印在作业单上",
    en: "Night editor and telephone, on the ticket",
  },
  "handover.note": { zh: "附言", en: "Note" },
  "handover.about": {
    zh: "每版一个 PDF，连同作业单、印前检查报告、字体和图片清单放在一个文件夹里。全部送到、逐个核对之后才改成正式的名字，最后放 .ready 文件。已签付印的版按封存时的样子送。",
    en: "A PDF for each page, with a job ticket, preflight reports and lists of fonts and pictures, in one folder. It takes its name when all of it has arrived and was compared; a .ready file comes last. Released pages go as they were sealed.",
  },
  "handover.done": { zh: "{pages} 版已送到，逐个核对无误", en: "{pages} handed over, every file compared" },
  "handover.done.about": {
    zh: "作业单（ticket.json）里有每个文件的 SHA-256。",
    en: "The job ticket (ticket.json) holds the SHA-256 of every file.",
  },
  "handover.behind": { zh: "正在送印 {percent}%", en: "Handing over {percent}%" },
  "handover.look": { zh: "已送印", en: "Handed over" },
  "handover.broken-off": { zh: "送印没有完成", en: "Not handed over" },
  "handover.arrived": { zh: "已送到 {place}", en: "Handed over to {place}" },
  "handover.server": { zh: "主机", en: "Server" },
  "handover.key.new": {
    zh: "第一次连接 {server}。请与印厂核对密钥指纹，确认后再送",
    en: "{server} is new. Compare the fingerprint of its key with the printer’s before you trust it",
  },
  "handover.unreleased": { zh: "{pages} 版还没有签付印", en: "{pages} not released for press yet" },
  "handover.released": { zh: "已签付印", en: "released" },
  "handover.key.print": { zh: "密钥指纹", en: "Fingerprint" },
  "handover.key.known": { zh: "原来的指纹", en: "Known until now" },
  "handover.key.now": { zh: "现在的指纹", en: "Shown now" },
  "handover.key.compared": {
    zh: "已同印厂核对过这个指纹",
    en: "I have compared this fingerprint with the printer’s",
  },
  "handover.key.trust": { zh: "信任并送出", en: "Trust it and send" },
  "handover.key.replaced": {
    zh: "印厂确认换了密钥，新指纹已核对",
    en: "The printer has confirmed a new key, and I have compared it",
  },
  "handover.key.replace": { zh: "换用新指纹并送出", en: "Use the new key and send" },

  "cli.handover.done": {
    zh: "已送达 {place}\n{pages} 版，共 {kilobytes} KB",
    en: "Handed over to {place}\n{pages}, {kilobytes} KB",
  },
  "cli.handover.resumed": { zh: "其中本次传送 {kilobytes} KB", en: "{kilobytes} KB of it sent now" },
  "cli.handover.despite": {
    zh: "注意：印前检查有 {errors} 个错误，作业单上已写明",
    en: "Note: preflight found {errors} errors; the ticket says so",
  },
  "cli.handover.trust": {
    zh: "第一次连接 {server}，主机密钥指纹为\n  {fingerprint}\n与印厂核对过了吗？信任它请输入 y：",
    en: "{server} is new. The fingerprint of its key is\n  {fingerprint}\nHave you compared it with the printer's? Type y to trust it:",
  },
  "cli.handover.password": { zh: "{user}@{host} 的密码：", en: "Password of {user}@{host}:" },
} as const satisfies Area;
