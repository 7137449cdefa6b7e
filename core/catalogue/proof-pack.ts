/** What is wrong with a rule pack, told with its place. */
import type { Area } from "./message.ts";

export const proofPack = {
  "proof.pack.json": {
    zh: "{file} 不是有效的 JSON：第 {line} 行有误",
    en: "{file} is not valid JSON: line {line}",
  },
  "proof.pack.object": {
    zh: "{file}：{place} 应为一组“名称: 内容”（JSON 对象）",
    en: "{file}: {place} must be an object",
  },
  "proof.pack.whole": {
    zh: "{file} 应为一组“名称: 内容”（JSON 对象）",
    en: "{file} must be an object",
  },
  "proof.pack.missing": { zh: "{file}：缺少 {place}", en: "{file}: {place} is missing" },
  "proof.pack.word": { zh: "{file}：{place} 应为文字", en: "{file}: {place} must be text" },
  "proof.pack.field": {
    zh: "{file}：不认识 {place}；这里可用的是 {fields}",
    en: "{file}: {place} is unknown; known here are {fields}",
  },
  "proof.pack.list": { zh: "{file}：{place} 应为列表", en: "{file}: {place} must be a list" },
  "proof.pack.long": {
    zh: "{file}：{place} 超过 {limit} 项",
    en: "{file}: {place} has more than {limit} entries",
  },
  "proof.pack.text": {
    zh: "{file}：{place} 应为文字，至少 {least} 个字",
    en: "{file}: {place} must be text of at least {least} characters",
  },
  "proof.pack.rule": {
    zh: "{file}：{place} 里没有“{rule}”这条规则；规则名见 docs/rules.md",
    en: "{file}: {place}: there is no rule “{rule}”; docs/rules.md lists them",
  },
  "proof.pack.severity": {
    zh: "{file}：{place} 应为 error、warning 或 advice，不是“{said}”",
    en: "{file}: {place} must be error, warning or advice, not “{said}”",
  },
  "proof.pack.form": {
    zh: "{file}：{place} 应为 {forms} 之一，不是“{said}”",
    en: "{file}: {place} must be one of {forms}, not “{said}”",
  },
} as const satisfies Area;
