/**
 * The faces the sheet is composed and drawn with: the press's own font files, fetched early.
 *
 * Several faces may be answered by one file; it is fetched once.
 */
import type { FaceId } from "../../core/edition/style.ts";
import { openFace } from "../../core/fonts/face.ts";
import type { Face, Faces } from "../../core/world.ts";
import type { Client } from "../../host/client.ts";

export interface FontBytes {
  readonly faces: readonly string[];
  readonly bytes: Uint8Array;
}

export interface Fonts {
  /** Resolves once every face can be asked for. */
  ready(): Promise<Faces>;
  /** The files again, for another thread: they are not kept here, HarfBuzz has its own copy. */
  files(): Promise<readonly FontBytes[]>;
}

type FaceList = readonly { readonly face: string; readonly file: string; readonly substitute: boolean }[];

export function loadFonts(client: Client): Fonts {
  const list = client.call("fonts.list", {});
  const loading = list.then((faces) => load(client, faces));
  // Told where it is waited for; nobody may be waiting yet.
  loading.catch(() => {});
  return {
    ready: () => loading,
    files: async () => Promise.all(byFile(await list).map((faces) => fetchFile(client, faces))),
  };
}

function byFile(list: FaceList): string[][] {
  return [...Map.groupBy(list, ({ file }) => file).values()].map((same) => same.map(({ face }) => face));
}

async function fetchFile(client: Client, faces: readonly string[]): Promise<FontBytes> {
  const { bytes } = await client.call("fonts.get", { face: faces[0] ?? "" });
  return { faces, bytes };
}

async function load(client: Client, list: FaceList): Promise<Faces> {
  const open = new Map<string, Face>();
  await Promise.all(
    byFile(list).map(async (same) => {
      const { faces, bytes } = await fetchFile(client, same);
      for (const face of faces) open.set(face, openFace(face as FaceId, bytes));
    }),
  );
  const fallback = open.get("song") ?? [...open.values()][0];
  if (!fallback) throw new Error("the host has no fonts");
  return {
    face: (id) => open.get(id) ?? fallback,
    substituted: list
      .filter(({ substitute }) => substitute)
      .map(({ face, file }) => ({ wanted: face as FaceId, used: file })),
  };
}

/** The app's own Han face for its controls, where the system has none of the better ones. */
export async function loadInterfaceFont(client: Client): Promise<void> {
  const { bytes } = await client.call("fonts.get", { face: "hei" });
  const face = new FontFace("Dayang Hei", bytes.slice().buffer, { weight: "400 600" });
  document.fonts.add(await face.load());
}
