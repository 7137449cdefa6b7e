/**
 * The faces the sheet is composed and drawn with: the press's own font files, fetched once and early.
 *
 * Several faces may be answered by one file; it is fetched once.
 */
import type { FaceId } from "../../core/edition/style.ts";
import { openFace } from "../../core/fonts/face.ts";
import type { Face, Faces } from "../../core/world.ts";
import type { Client } from "../../host/client.ts";

export interface Fonts {
  /** Resolves once every face can be asked for. */
  ready(): Promise<Faces>;
}

export function loadFonts(client: Client): Fonts {
  const loading = load(client);
  // Told where it is waited for; nobody may be waiting yet.
  loading.catch(() => {});
  return { ready: () => loading };
}

async function load(client: Client): Promise<Faces> {
  const list = await client.call("fonts.list", {});
  const files = new Map<string, Promise<Uint8Array>>();
  const open = new Map<string, Face>();
  await Promise.all(
    list.map(async ({ face, file }) => {
      let bytes = files.get(file);
      if (!bytes) {
        bytes = client.call("fonts.get", { face }).then((answer) => answer.bytes);
        files.set(file, bytes);
      }
      open.set(face, openFace(face as FaceId, await bytes));
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
