import type { Area } from "./message.ts";

/** Rounds of proofs, signatures, release: their names, and what host and command line say of them. */
export const rounds = {
  "round.galley": { zh: "小样", en: "Galley" },
  "round.first": { zh: "一校", en: "1st proof" },
  "round.second": { zh: "二校", en: "2nd proof" },
  "round.third": { zh: "三校", en: "3rd proof" },
  "round.press": { zh: "付印", en: "Press proof" },
  "round.named": { zh: "留存", en: "Kept" },
  "role.editor": { zh: "编辑", en: "Editor" },
  "role.proofreader": { zh: "校对", en: "Proofreader" },
  "role.page-editor": { zh: "责编", en: "Page editor" },
  "role.night-editor": { zh: "值班总编", en: "Night editor" },
  "aspect.text": { zh: "文字", en: "words" },
  "aspect.layout": { zh: "版式", en: "layout" },
  "aspect.pictures": { zh: "图片", en: "pictures" },
  "cli.rounds.page": { zh: "{page}　{stage}", en: "{page}  {stage}" },
  "cli.rounds.round": {
    zh: "  {round}（{times} 次）：{signatures}",
    en: "  {round} ({times}): {signatures}",
  },
  "cli.rounds.signed": { zh: "{role} {author}", en: "{role} {author}" },
  "cli.rounds.changed": {
    zh: "{role} {author}（签后{aspects}有改动）",
    en: "{role} {author} ({aspects} changed since)",
  },
  "cli.rounds.unsigned": { zh: "{role}未签", en: "{role} not signed" },
  "cli.rounds.lacks": { zh: "  还缺：{lacks}", en: "  lacks: {lacks}" },
  "cli.rounds.next": { zh: "；", en: "; " },
  "cli.rounds.stands": { zh: "  保留：{what}", en: "  left standing: {what}" },
  "cli.rounds.release": {
    zh: "  {author} {time} 签付印，PDF SHA-256 {pdf}",
    en: "  released by {author}, {time}, PDF SHA-256 {pdf}",
  },
  "cli.rounds.broken": { zh: "  与付印时不符：{aspects}", en: "  not as it was released: {aspects}" },
  "cli.rounds.reopened": {
    zh: "  {author} {time} 重开：{reason}",
    en: "  reopened by {author}, {time}: {reason}",
  },
  "cli.rounds.no-act": {
    zh: "没有这个动作：{act}（可用 {known}）",
    en: "No such act: {act} (there are {known})",
  },
  "cli.rounds.taken": {
    zh: "已出{round}样：{pages} 版，第 {version} 号版本",
    en: "{round} taken of page {pages}: version {version}",
  },
  "cli.rounds.signed-now": {
    zh: "{name}（{role}）已签 {page} 版{round}，第 {version} 号版本，未了差错 {open} 处",
    en: "{name} ({role}) has signed page {page}, {round}, version {version}, with {open} findings open",
  },
  "cli.rounds.hindrance": { zh: "  {what}（{todo}）", en: "  {what} ({todo})" },
  "cli.rounds.released-now": {
    zh: "{page} 版已签付印：{name}，{file}，SHA-256 {pdf}",
    en: "Page {page} released by {name}: {file}, SHA-256 {pdf}",
  },
  "cli.rounds.reopened-now": {
    zh: "{page} 版已重开：{name}，{reason}",
    en: "Page {page} reopened by {name}: {reason}",
  },
  "cli.rounds.fault": { zh: "  记录被改动过：{place}", en: "  a record has been altered: {place}" },
  "cli.seal.same": {
    zh: "与签付印封存的 PDF 一字不差（{page} 版，{author}，{time}）",
    en: "byte for byte the PDF that was released (page {page}, {author}, {time})",
  },
  "cli.seal.differs": {
    zh: "与签付印封存的 PDF 不一致：封存 {sealed}，现在 {now}",
    en: "not the PDF that was released: sealed {sealed}, now {now}",
  },
  "cli.seal.other-settings": {
    zh: "{page} 版已签付印，但这次的输出设置与付印时不同，字节无从比对",
    en: "Page {page} was released, but with other settings than these; the bytes cannot be compared",
  },
  "cli.verify.none": {
    zh: "不是这一期签付印的 PDF（SHA-256 {pdf}）",
    en: "Not a PDF that was released from this edition (SHA-256 {pdf})",
  },
  "cli.verify.same": {
    zh: "{page} 版签付印的 PDF：{author}，{time}",
    en: "The PDF of page {page}, released by {author}, {time}",
  },
  "cli.verify.reopened": {
    zh: "但该版后来由 {author} 重开（{time}）：{reason}",
    en: "But the page was reopened by {author} ({time}): {reason}",
  },
  "stage.untaken": { zh: "未出样", en: "no proof" },
  "stage.out": { zh: "待签", en: "to sign" },
  "stage.changed": { zh: "须重签", en: "sign again" },
  "stage.signed": { zh: "本校已签", en: "signed" },
  "stage.ready": { zh: "可签付印", en: "ready" },
  "stage.released": { zh: "已付印", en: "released" },
  "audit.detail": { zh: "说明", en: "Details" },
  "audit.proof.taken": { zh: "出样", en: "proof taken" },
  "audit.proof.taken.detail": {
    zh: "{round}，第 {version} 号版本 {name}",
    en: "{round}, version {version} {name}",
  },
  "audit.proof.signed": { zh: "签字", en: "signed" },
  "audit.proof.signed.detail": {
    zh: "{role}签{round}，第 {version} 号版本，未了差错 {open} 处 {note}",
    en: "{role}, {round}, version {version}, {open} findings open {note}",
  },
  "audit.page.released": { zh: "签付印", en: "released for press" },
  "audit.page.released.detail": {
    zh: "第 {version} 号版本，PDF SHA-256 {pdf} {note}",
    en: "version {version}, PDF SHA-256 {pdf} {note}",
  },
  "audit.page.reopened": { zh: "重开", en: "reopened" },
  "audit.page.reopened.detail": { zh: "缘由：{reason}", en: "because: {reason}" },
  "audit.station": { zh: "机器", en: "Machine" },
  "cli.verify.sound": {
    zh: "{file} 完好：{rows} 步记录，签字链 {links} 环",
    en: "{file} is sound: {rows} rows in the log, {links} links in the chain of sign-off",
  },
  "cli.verify.chain": { zh: "签字链末环 {digest}", en: "the chain ends in {digest}" },
  "cli.verify.fault": { zh: "不是写下时的样子：{place}", en: "not as it was written: {place}" },
  "cli.verify.noted": {
    zh: "记下的摘要在链上：第 {link} 环，{time} {author}",
    en: "the noted digest is in the chain: link {link}, {time}, {author}",
  },
  "cli.verify.not-noted": {
    zh: "记下的摘要不在链上：文件的签字记录被重写过，或不是同一份文件",
    en: "the noted digest is not in the chain: the record was written anew, or this is another file",
  },
  "release.sealed": {
    zh: "{page} 版已签付印（{author}，{time}），改动没有保存；要改须先重开本版",
    en: "Page {page} has been released for press ({author}, {time}); the change was not saved. Reopen the page first",
  },
  "version.untaken": {
    zh: "还没有出过样，没有可核对的原样；请先出样",
    en: "No proof was taken yet; there is nothing to compare with",
  },
  "cli.rounds.red": {
    zh: "核红单 {file}：{pages} 版，共 {items} 处，未照改 {open} 处",
    en: "Red check {file}: page {pages}, {items} entries, {open} not made as asked",
  },
  "release.none": {
    zh: "{page} 版没有签付印，或已经重开",
    en: "Page {page} has not been released, or was reopened",
  },
  "release.already": { zh: "{page} 版已签付印", en: "Page {page} has been released already" },
  "release.moved-on": {
    zh: "输出期间 {page} 版又有改动，没有封存；请重新签付印",
    en: "Page {page} was changed while its PDF was made; nothing was sealed. Please release it again",
  },
  "release.no-name": { zh: "请写明姓名", en: "Please give your name" },
  "release.no-reason": { zh: "请写明缘由", en: "Please give a reason" },
  "release.stage.look": { zh: "正在核查本版……", en: "Looking the page over…" },
  "release.stage.preflight": { zh: "正在做印前检查……", en: "Running preflight…" },
  "release.lacks.waiting": {
    zh: "还没有出{round}样，缺{role}签字",
    en: "{round} not taken yet; signature missing: {role}",
  },
  "release.lacks.missing": { zh: "{round}缺{role}签字", en: "{round}: signature missing: {role}" },
  "release.lacks.changed": {
    zh: "{round}{role}签字后又有改动，须重签",
    en: "{round}: the {role} signed an earlier state and has to sign again",
  },
  "release.overlap": { zh: "《{a}》与《{b}》重叠", en: "“{a}” and “{b}” overlap" },
  "release.picture-lost": { zh: "有图片不在文件里", en: "A picture is not in the file" },
  "release.todo.waiting": { zh: "出样后请其签字", en: "Take the proof and have it signed" },
  "release.todo.missing": { zh: "请其签字", en: "Have it signed" },
  "release.todo.changed": { zh: "看过改动后重签", en: "Look at what has changed and sign again" },
  "release.todo.finding": {
    zh: "改正；确实无误的，忽略并写明理由",
    en: "Correct it; where it is right, ignore it with a reason",
  },
  "release.todo.overset": { zh: "删减或放大区块", en: "Cut the text or give it more room" },
  "release.todo.unplaced": { zh: "上版，或从本版撤下", en: "Place it, or take it off the page" },
  "release.todo.picture": { zh: "补图，或撤下图框", en: "Put a picture in, or take its frame off" },
  "release.query": {
    zh: "问作者未答复：“{quote}”——{text}",
    en: "Not answered by its author: “{quote}” — {text}",
  },
  "release.todo.query.reason": {
    zh: "等答复后了结；不等的，写明缘由",
    en: "Resolve it once it is answered; or say why it is not waited for",
  },
  "release.todo.query.refuse": {
    zh: "答复并了结后才能签付印（本报规定）",
    en: "The house releases no page before its queries are resolved",
  },
  "release.todo.layout": { zh: "调整版面", en: "Rearrange the blocks" },
  "release.refused": {
    zh: "{page} 版还不能签付印：{count} 项未了",
    en: "Page {page} cannot be released yet: {count} things stand in the way",
  },
} as const satisfies Area;
