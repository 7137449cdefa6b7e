import type { Area } from "./message.ts";

const lines = (...text: readonly string[]) => text.join("\n");

/** The command line: its results and what it says about unusable input. */
export const cli = {
  "cli.placed.preflight": {
    zh: "{page} 版的广告 PDF 有 {count} 处印前错误，未输出。其一：{first}。{advice}。要照原样拼入，请加 --adverts accept",
    en: "The advertisement on page {page} fails preflight ({count} errors); nothing was exported. The first: {first}. {advice}. To place it as it is, add --adverts accept",
  },
  "cli.fault": {
    zh: "程序出错：{message}（加 --debug 显示详情）",
    en: "The program failed: {message} (--debug shows details)",
  },
  "cli.unknown-command": {
    zh: "没有“{command}”这个命令；dayang --help 查看全部命令",
    en: 'There is no command "{command}"; see dayang --help',
  },
  "cli.unknown-option": {
    zh: "{command} 没有 {option} 这个选项；dayang {command} --help 查看用法",
    en: "{command} has no option {option}; see dayang {command} --help",
  },
  "cli.option-value": {
    zh: "选项 {option} 的写法不对；dayang {command} --help 查看用法",
    en: "Option {option} is not used like that; see dayang {command} --help",
  },
  "cli.option-missing": {
    zh: "{command} 还需要 {option}；dayang {command} --help 查看用法",
    en: "{command} also needs {option}; see dayang {command} --help",
  },
  "cli.too-few-files": {
    zh: "{command} 没有给出文件；dayang {command} --help 查看用法",
    en: "{command} was given no file; see dayang {command} --help",
  },
  "cli.too-many-files": {
    zh: "{command} 多了一个文件：{file}",
    en: "{command} takes no further file: {file}",
  },
  "cli.number": {
    zh: "{option} 应是 {least} 到 {most} 之间的数，不能是“{value}”",
    en: '{option} must be a number from {least} to {most}, not "{value}"',
  },
  "cli.choice": {
    zh: "{option} 可选 {choices}，没有“{value}”",
    en: '{option} is one of {choices}, not "{value}"',
  },
  "cli.same-file": {
    zh: "输出文件与输入文件相同：{file}",
    en: "The output file is also an input file: {file}",
  },

  "cli.no-headline": { zh: "（无题）", en: "(no headline)" },
  "cli.stage.read": { zh: "正在读入 {files}……", en: "Reading {files}…" },
  "cli.stage.save": { zh: "正在存入 {file}……", en: "Saving {file}…" },
  "cli.import.kind": {
    zh: "{file} 不能读入：只认 .txt、.docx、图片和广告 PDF",
    en: "{file} cannot be imported: only .txt, .docx, pictures and advertisements as PDF can",
  },
  "cli.import.done": {
    zh: "已存入 {file}：{pages} 版，{articles} 篇稿件，{pictures} 张图片",
    en: "Saved {file}: pages {pages}, {articles} articles, {pictures} pictures",
  },
  "cli.import.comments": {
    zh: "  文稿里的批注 {n} 条一并带入",
    en: "  {n} comments came with the documents",
  },
  "cli.import.article": {
    zh: "  {page}　{headline}（{characters} 字）",
    en: "  {page}  {headline} ({characters} characters)",
  },

  "cli.stage.check": { zh: "正在校对 {file}……", en: "Checking {file}…" },
  "cli.check.kind": {
    zh: "{file} 不能校对：只认 .txt、.docx 和 .dayang",
    en: "{file} cannot be checked: only .txt, .docx and .dayang can",
  },
  "cli.check.home": { zh: "【{page}】{headline}", en: "[{page}] {headline}" },
  "cli.check.finding": {
    zh: "  {severity}　第 {line} 行：{message}",
    en: "  {severity}, line {line}: {message}",
  },
  "cli.check.evidence": { zh: "      依据：{quotes}", en: "      evidence: {quotes}" },
  "cli.check.findings": {
    zh: "错误 {errors} 处，警告 {warnings} 处，建议 {advice} 处",
    en: "{errors} errors, {warnings} warnings, {advice} advice",
  },
  "cli.check.figures": {
    zh: "数字 {total} 个：核实 {verified}，有出入 {contradicted}，须人工核对 {unchecked}",
    en: "{total} figures: {verified} verified, {contradicted} contradicted, {unchecked} for a person to check",
  },
  "cli.relation.sum": { zh: "合计", en: "sum" },
  "cli.relation.balance": { zh: "差额", en: "balance" },
  "cli.relation.ratio": { zh: "占比", en: "ratio" },
  "cli.relation.change": { zh: "增减", en: "change" },
  "cli.relation.count": { zh: "计数", en: "count" },
  "cli.relation.order": { zh: "大小", en: "order" },
  "cli.relation.same": { zh: "同数", en: "same figure" },

  "cli.fit.page": { zh: "【{page}】", en: "[{page}]" },
  "cli.fit.none": { zh: "  这一版还没有排好的稿件", en: "  No article has a place on this page yet" },
  "cli.fit.block": {
    zh: "  {headline}　{lines}/{available} 行　{fit}　{jumps}",
    en: "  {headline}  {lines}/{available} lines  {fit}  {jumps}",
  },
  "cli.fit.over": { zh: "溢出 {characters} 字", en: "{characters} characters over" },
  "cli.fit.short": { zh: "欠排 {characters} 字", en: "{characters} characters short" },
  "cli.fit.exact": { zh: "正好", en: "fits" },
  "cli.fit.remedies": { zh: "    可以：{remedies}", en: "    to fit: {remedies}" },
  "cli.fit.layout": { zh: "  ※ {finding}　{blocks}", en: "  ※ {finding}  {blocks}" },
  "cli.or": { zh: "；或", en: ", or " },
  "cli.and": { zh: "、", en: "; " },
  "cli.fit.unplaced": { zh: "  还没有位置：{headlines}", en: "  without a place: {headlines}" },
  "cli.export.done": {
    zh: "已输出 {file}：{pages}（{kilobytes} KB）",
    en: "Wrote {file}: {pages} ({kilobytes} KB)",
  },
  "cli.export.substituted": {
    zh: "注意：本机没有字体 {wanted}，以 {used} 代替",
    en: "Note: this machine has no {wanted}; {used} was used instead",
  },
  "cli.galley.done": {
    zh: "已排 {characters} 字、{lines} 行：平均字距 {mean} em，最大 {max} em，超过 0.05 em 的 {over} 行　{file}",
    en: "Set {characters} characters in {lines} lines: mean gap {mean} em, largest {max} em, {over} lines over 0.05 em  {file}",
  },

  "cli.stage.plan": { zh: "正在排版……", en: "Planning the pages…" },
  "cli.plan.nothing": { zh: "{file}：各区块都已有位置", en: "{file}: every block has a place already" },
  "cli.plan.page": {
    zh: "{page} 版：{blocks} 个区块，已排 {placed} 个",
    en: "Page {page}: {placed} of {blocks} blocks placed",
  },
  "cli.plan.new-page": {
    zh: "{page} 版（为转版新增）：{blocks} 个区块，已排 {placed} 个",
    en: "Page {page} (made for a jump): {placed} of {blocks} blocks placed",
  },
  "cli.plan.jump": {
    zh: "{page} 版《{headline}》{line}，约 {characters} 字",
    en: "Page {page}: “{headline}” goes on elsewhere ({line}), about {characters} characters",
  },
  "cli.stage.preflight": { zh: "正在检查 {file}……", en: "Checking {file}…" },
  "cli.preflight.file": { zh: "全文件", en: "whole file" },
  "cli.preflight.page": { zh: "第 {page} 页", en: "page {page}" },
  "cli.preflight.place": { zh: "第 {page} 页（{x}, {y}）", en: "page {page} at {x}, {y}" },
  "cli.preflight.problem": { zh: "  {severity}　{where}：{message}", en: "  {severity}, {where}: {message}" },
  "cli.preflight.passed": {
    zh: "印前检查通过：{standard}，{pages} 页，错误 {errors} 处，警告 {warnings} 处",
    en: "Preflight passed: {standard}, {pages} pages, {errors} errors, {warnings} warnings",
  },
  "cli.preflight.failed": {
    zh: "印前检查没有通过：{standard}，{pages} 页，错误 {errors} 处，警告 {warnings} 处",
    en: "Preflight failed: {standard}, {pages} pages, {errors} errors, {warnings} warnings",
  },

  "cli.stage.recover": { zh: "正在抢救 {file}……", en: "Recovering {file}…" },
  "start.help": {
    zh: lines(
      "用法：npm start -- [选项]",
      "",
      "打开大样：有 Electron 运行时就开窗口，没有就在浏览器里打开（只在本机 127.0.0.1）。",
      "",
      "  --port 端口     固定端口（默认任选）",
      "  --no-open       不自动打开浏览器",
      "  --lang zh|en    所用语言",
    ),
    en: lines(
      "Usage: npm start -- [OPTIONS]",
      "",
      "Opens Dayang: in a window where Electron's runtime is here, else in the browser (on 127.0.0.1 only).",
      "",
      "  --port N        a fixed port (default any)",
      "  --no-open       do not open the browser",
      "  --lang zh|en    language",
    ),
  },
  "start.no-electron": {
    zh: "本机没有 Electron 运行时，大样在浏览器里打开。",
    en: "Electron's runtime is not here: Dayang opens in the browser.",
  },
  "start.building": { zh: "正在生成界面……", en: "Building the app…" },
  "start.build-failed": {
    zh: "界面没有生成成功，先用现有的：{message}",
    en: "The app could not be built, what is there is served: {message}",
  },
  "start.address": { zh: "请打开 {address}", en: "Open {address}" },
  "start.port-taken": { zh: "端口已被占用，请换一个 --port", en: "The port is taken; choose another --port" },
  "start.pages": {
    zh: "样报各版，点开即为排好的版面（PDF）。",
    en: "The sample edition's pages, composed, as PDF.",
  },

  "cli.demo.import": { zh: "一、读入 {files}", en: "1. Import {files}" },
  "cli.demo.import.done": {
    zh: "{articles} 篇稿件，{pages} 个版，{pictures} 张图片",
    en: "{articles} articles, {pages} pages, {pictures} pictures",
  },
  "cli.demo.check": { zh: "二、校对", en: "2. Proofread" },
  "cli.demo.plan": { zh: "三、排版", en: "3. Lay out" },
  "cli.demo.fit": { zh: "四、看版", en: "4. Fit" },
  "cli.demo.export": { zh: "五、输出 PDF/X-4 和校样", en: "5. Export PDF/X-4 and a marked proof" },
  "cli.demo.preflight": { zh: "六、印前检查", en: "6. Preflight" },
  "cli.demo.took": { zh: "　　用时 {seconds} 秒", en: "   {seconds} s" },
  "cli.demo.total": {
    zh: "全程 {seconds} 秒，内存最多 {megabytes} MB",
    en: "{seconds} s in all, {megabytes} MB of memory at most",
  },
  "cli.demo.edition": { zh: "版面文件　{file}", en: "edition    {file}" },
  "cli.demo.pdf": { zh: "付印文件　{file}", en: "for press  {file}" },
  "cli.demo.proof": { zh: "校样　　　{file}", en: "proof      {file}" },
  "cli.recover.saved": {
    zh: "已存入 {file}：{rows} 步，版面 {pages}，图片 {pictures} 张，校对决定 {decisions} 条",
    en: "Saved to {file}: {rows} steps, pages {pages}, {pictures} pictures, {decisions} decisions",
  },
  "cli.recover.last": {
    zh: "最后保住的一步：{time}，{author}，{label}",
    en: "Last step saved: {time}, {author}, {label}",
  },
  "cli.recover.lost-rows": { zh: "丢失：第 {from}–{to} 步", en: "Lost: steps {from}–{to}" },
  "cli.recover.lost-picture": {
    zh: "丢失：{page} 版的一张图片（{digest}）",
    en: "Lost: a picture on page {page} ({digest})",
  },
  "cli.recover.whole": { zh: "没有丢失内容", en: "Nothing was lost" },
} as const satisfies Area;
