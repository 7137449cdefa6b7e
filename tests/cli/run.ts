/** The command line as a real process, in Chinese, in a folder of its own. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { afterAll } from "vitest";

export const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user (root only). */
  readonly uid?: number;
}

export function dayang(args: readonly string[], options: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), LANG: "zh_CN.UTF-8", ...options.env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder that goes when the tests of this file are done; other users may look into it. */
export function deskFolder(): { path: string; file(name: string, content: string | Uint8Array): string } {
  const path = mkdtempSync(join(tmpdir(), "dayang-cli-"));
  chmodSync(path, 0o755);
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file(name, content) {
      const full = join(path, name);
      writeFileSync(full, content);
      return full;
    },
  };
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A Word document with a paragraph to each line. */
export function docx(lines: readonly string[]): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  const paragraphs = lines.map(
    (line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
  );
  return zipSync({
    "[Content_Types].xml": encode(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": encode(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": encode(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}</w:body></w:document>`,
    ),
  });
}

/**
 * A page of two short articles. The first has a total that its parts do not give: 12 + 7 + 5 + 4 + 3 is 31, not 32;
 * and a quotation mark that is never closed.
 */
export const page = [
  "五所学校新添图书角",
  "",
  "本报记者 周闻",
  "",
  "本报讯 2月17日，江州市五所学校的图书角同日开放，共添置书架32个，其中东湖小学12个、西山小学7个、南岭小学5个、北塘小学4个、河口小学3个。学生凭借书卡每次可借两本，一周之内归还。",
  "",
  "图书角由家长志愿者轮流看管，放学后开放一个小时。管理员提醒大家：“爱护图书，不要在书上涂画。",
  "",
  "老桥加固完工",
  "",
  "本报记者 何晴",
  "",
  "本报讯 2月17日，江州老桥加固工程完工，恢复双向通车。工程历时三个月，更换桥面板和栏杆，并加装了路灯。养护部门表示，今后每月检查一次，有问题随时处理。",
  "",
];
