/** Intake's messages: what is wrong with a file, where, and what to do about it. */
import type { Area } from "./message.ts";

export const intake = {
  "intake.empty": {
    zh: "{file}：文件里没有文字。",
    en: "{file}: the file holds no text.",
  },
  "intake.tooLarge": {
    zh: "{file}：文件有 {size} 字节，超过上限 {limit} 字节。",
    en: "{file}: the file has {size} bytes; the limit is {limit}.",
  },
  "intake.tooManyLines": {
    zh: "{file}：文件超过 {limit} 行，不像是报纸稿件。",
    en: "{file}: the file has more than {limit} lines; that is no newspaper copy.",
  },
  "intake.binary": {
    zh: "{file}：这不是文本文件（第 {offset} 字节处起不是文字）。请用 .txt 或 .docx。",
    en: "{file}: not a text file (no text from byte {offset} on). Use .txt or .docx.",
  },
  "intake.encoding": {
    zh: "{file}：看上去是 {encoding} 编码，无法可靠读取。请另存为 UTF-8。",
    en: "{file}: seems to be encoded as {encoding}, which cannot be read reliably. Save it as UTF-8.",
  },
  "intake.brokenText": {
    zh: "{file}：第 {line} 行（第 {offset} 字节）有损坏的字符，按 {encoding} 读不通。请重新导出该文件。",
    en: "{file}: line {line} (byte {offset}) holds bytes that are not {encoding}. Export the file again.",
  },
  "intake.pageTwice": {
    zh: "{file}：第 {line} 行：{page} 版出现了两次。",
    en: "{file}: line {line}: page {page} appears twice.",
  },
  "intake.pageTwiceAcross": {
    zh: "{page} 版在导入的文件中出现了两次。",
    en: "page {page} appears twice among the imported files.",
  },
  "intake.date": {
    zh: "没有“{date}”这一天。日期请写成 2020-02-18 的形式。",
    en: "there is no day “{date}”. Write the date like 2020-02-18.",
  },
  "intake.pageNumber": {
    zh: "“{page}”不是版号。版号请写成 A1、B12 的形式。",
    en: "“{page}” is not a page number. Write it like A1 or B12.",
  },
  "intake.docxOld": {
    zh: "{file}：这是旧版 .doc 文件或加了密码的文档。请去掉密码，另存为 .docx 后再导入。",
    en: "{file}: an old .doc file or a document with a password. Remove the password and save it as .docx.",
  },
  "intake.docxEncrypted": {
    zh: "{file}：文档已加密（{part}）。请去掉密码，另存为 .docx 后再导入。",
    en: "{file}: the document is encrypted ({part}). Remove the password and save it as .docx.",
  },
  "intake.docxNotZip": {
    zh: "{file}：不是 .docx 文件（开头不是压缩包）。请在 Word 或 WPS 里另存为 .docx。",
    en: "{file}: not a .docx file (it is no zip archive). Save it as .docx in Word or WPS.",
  },
  "intake.docxBroken": {
    zh: "{file}：.docx 文件已损坏（{part}）。请重新保存后再导入。",
    en: "{file}: the .docx file is damaged ({part}). Save it again.",
  },
  "intake.docxNotWord": {
    zh: "{file}：压缩包里没有 Word 正文，不是 .docx 文档。",
    en: "{file}: the archive holds no Word document.",
  },
  "intake.docxEntries": {
    zh: "{file}：压缩包里有 {count} 个文件，超过上限 {limit} 个。",
    en: "{file}: the archive holds {count} files; the limit is {limit}.",
  },
  "intake.docxBomb": {
    zh: "{file}：解压后过大（{part} 处已超过上限 {limit} 字节），未予打开。",
    en: "{file}: too large when unpacked (at {part} it passes the limit of {limit} bytes); not opened.",
  },
  "intake.docxRatio": {
    zh: "{file}：{part} 的压缩比超过上限 {limit}，疑似压缩炸弹，未予打开。",
    en: "{file}: {part} is compressed more than {limit} to 1, like a zip bomb; not opened.",
  },
} as const satisfies Area;
