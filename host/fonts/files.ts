/**
 * Which font file answers for a face, and where it is looked for.
 *
 * The house's own folders come first, then the fonts shipped with the app, then the system's. A face whose family is
 * nowhere is answered by the next in its list, and the substitution is told: never a silent change of type.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { FaceId } from "../../core/edition/style.ts";

const require = createRequire(import.meta.url);
const google = (pkg: string, path: string) => ({ pkg: `@expo-google-fonts/${pkg}`, path });

type Source = { readonly pkg: string; readonly path: string } | { readonly file: string };

const KAI: readonly Source[] = ["LXGWWenKai-Regular.ttf", "simkai.ttf", "Kaiti.ttf"].map((file) => ({
  file,
}));

const wanted: Record<FaceId, readonly Source[]> = {
  song: [google("noto-serif-sc", "400Regular/NotoSerifSC_400Regular.ttf")],
  "song-bold": [google("noto-serif-sc", "700Bold/NotoSerifSC_700Bold.ttf")],
  "song-black": [google("noto-serif-sc", "900Black/NotoSerifSC_900Black.ttf")],
  hei: [google("noto-sans-sc", "500Medium/NotoSansSC_500Medium.ttf")],
  "hei-bold": [google("noto-sans-sc", "700Bold/NotoSansSC_700Bold.ttf")],
  "hei-black": [google("noto-sans-sc", "900Black/NotoSansSC_900Black.ttf")],
  kai: KAI,
  brush: [google("ma-shan-zheng", "400Regular/MaShanZheng_400Regular.ttf")],
};

/** What answers where a face's own family is missing. */
const instead: Partial<Record<FaceId, FaceId>> = { kai: "song", brush: "song-black" };

const systemFolders = [
  "/usr/share/fonts/truetype/lxgw-wenkai",
  "/usr/share/fonts/lxgw-wenkai",
  "/usr/local/share/fonts",
  "/Library/Fonts",
  "/System/Library/Fonts/Supplemental",
  "C:\\Windows\\Fonts",
];

export interface FontFile {
  readonly face: FaceId;
  readonly path: string;
  /** True where another family answers for the face. */
  readonly substitute: boolean;
}

export const faceIds = Object.keys(wanted) as FaceId[];

/**
 * The file for a face. `folders` are searched first. Throws an Error only where a font that ships with the app is
 * gone, which is a broken installation.
 */
export function fontFile(face: FaceId, folders: readonly string[] = []): FontFile {
  for (const source of wanted[face]) {
    const path = find(source, folders);
    if (path) return { face, path, substitute: false };
  }
  const next = instead[face];
  if (next) return { face, path: fontFile(next, folders).path, substitute: true };
  throw new Error(`the font for "${face}" is not installed: run npm ci again`);
}

function find(source: Source, folders: readonly string[]): string | null {
  if ("file" in source) {
    return [...folders, ...systemFolders].map((folder) => join(folder, source.file)).find(existsSync) ?? null;
  }
  const own = folders.map((folder) => join(folder, source.path.split("/")[1] ?? "")).find(existsSync);
  if (own) return own;
  try {
    return require.resolve(`${source.pkg}/${source.path}`);
  } catch {
    return null;
  }
}
