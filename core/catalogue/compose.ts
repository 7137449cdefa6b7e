import type { Area } from "./message.ts";

export const compose = {
  "galley-setting": {
    zh: "小样的 {name} 不能是 {value}，应在 {least} 到 {most} 之间",
    en: "a galley proof’s {name} cannot be {value}: it lies between {least} and {most}",
  },
} as const satisfies Area;
