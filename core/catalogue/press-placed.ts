/** Advertisements delivered as PDF. */
import type { Area } from "./message.ts";

export const pressPlaced = {
  "placed.encrypted": {
    zh: "这份广告 PDF 加了密，不能拼入版面；请广告方提供不加密的文件",
    en: "This advertisement's PDF is encrypted and cannot be placed. Ask for one without a password",
  },
  "placed.pages": {
    zh: "这份 PDF 有 {pages} 页；拼入版面的广告须为单页文件",
    en: "This PDF has {pages} pages: an advertisement to be placed has one",
  },
  "placed.layers": {
    zh: "这份 PDF 里有关掉的图层，拼入后会全部印出来；请广告方拼合图层后再给",
    en: "A layer of this PDF is switched off, and would print once it is placed. Ask for the file with its layers flattened",
  },
  "placed.unread": {
    zh: "这份 PDF 的页面内容已损坏，请重新索取",
    en: "The content of this PDF's page is damaged. Ask for the file again",
  },
  "placed.no-box": {
    zh: "这份 PDF 没有写明页面尺寸，不能拼入版面",
    en: "This PDF does not say how large its page is and cannot be placed",
  },
  "placed.no-preview": {
    zh: "这份 PDF 在屏幕上显示不出来；印刷文件不受影响",
    en: "This PDF cannot be shown on screen; the print file is not affected",
  },
  "placed.preflight": {
    zh: "{page} 版的广告 PDF 有 {count} 处印前错误，未输出。其一：{first}。{advice}。要照原样拼入，输出时请选“广告有错也拼入”",
    en: "The advertisement on page {page} fails preflight ({count} errors); nothing was exported. The first: {first}. {advice}. To place it as it is, choose “Place advertisements with errors” when exporting",
  },
  "placed.unusable": {
    zh: "广告 {file} 用不了：{why}",
    en: "The advertisement {file} cannot be used. {why}",
  },
  "placed.refused": {
    zh: "广告 {file} 有 {count} 处印前错误，未读入。其一：{first}。{advice}。要照原样拼入，请加 --adverts accept",
    en: "The advertisement {file} fails preflight ({count} errors); nothing was imported. The first: {first}. {advice}. To place it as it is, add --adverts accept",
  },
  "placed.found": {
    zh: "{file} 作为 {standard} 有 {errors} 处错误、{warnings} 处警告。其一：{first}",
    en: "{file} as {standard}: {errors} errors, {warnings} warnings. The first: {first}",
  },
  "desk.export.adverts": { zh: "广告有错也拼入", en: "Place advertisements with errors" },
} as const satisfies Area;
