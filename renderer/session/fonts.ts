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
  /** Resolves once these faces can be asked for; the others are on their way. */
  ready(faces: readonly FaceId[]): Promise<Faces>;
  /** The files again, for another thread: they are not kept here, HarfBuzz has its own copy. */
  files(): Promise<readonly FontBytes[]>;
}

type FaceList = readonly { readonly face: string; readonly file: string; readonly substitute: boolean }[];

/** Files fetched at a time: more would keep everything else that is asked of the host waiting. */
const AT_ONCE = 2;

/** Faces that house styles rarely use come last. */
const LAST: readonly string[] = ["hei-black"];

/**
 * Starts loading once `begin` resolves: the files are a hundred megabytes, and what the first screen asks of the host
 * should not stand behind them.
 */
export function loadFonts(client: Client, begin: Promise<void>): Fonts {
  const list = begin.then(() => client.call("fonts.list", {}));
  const open = new Map<string, Face>();
  const faces: Faces = {
    face(id) {
      const face = open.get(id) ?? open.get("song") ?? [...open.values()][0];
      if (!face) throw new Error("no face has been loaded");
      return face;
    },
    substituted: [],
  };
  const loading = list.then((known) => {
    for (const { face, file, substitute } of known)
      if (substitute)
        (faces.substituted as { wanted: FaceId; used: string }[]).push({
          wanted: face as FaceId,
          used: file,
        });
    return load(client, byFile(known), open);
  });
  // Told where it is waited for; nobody may be waiting yet.
  loading.catch(() => {});
  return {
    async ready(wanted) {
      const arriving = await loading;
      // Every face falls back on 宋 and 黑 for a character it lacks.
      await Promise.all(["song", "hei", ...wanted].map((face) => arriving.get(face)));
      return faces;
    },
    files: async () => Promise.all(byFile(await list).map((same) => fetchFile(client, same))),
  };
}

function byFile(list: FaceList): string[][] {
  const files = [...Map.groupBy(list, ({ file }) => file).values()].map((same) =>
    same.map(({ face }) => face),
  );
  const late = (faces: readonly string[]) => Number(faces.every((face) => LAST.includes(face)));
  return files.sort((a, b) => late(a) - late(b));
}

async function fetchFile(client: Client, faces: readonly string[]): Promise<FontBytes> {
  const { bytes } = await client.call("fonts.get", { face: faces[0] ?? "" });
  return { faces, bytes };
}

/** When each face will be in `open`. */
function load(
  client: Client,
  files: readonly (readonly string[])[],
  open: Map<string, Face>,
): Map<string, Promise<void>> {
  const arriving = new Map<string, Promise<void>>();
  const lanes: Promise<void>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  files.forEach((same, index) => {
    const lane = index % AT_ONCE;
    const arrived = (lanes[lane] as Promise<void>).then(async () => {
      const { faces, bytes } = await fetchFile(client, same);
      for (const face of faces) open.set(face, openFace(face as FaceId, bytes));
      if (faces.includes("hei")) void addInterfaceFont(bytes);
    });
    // One that fails is told to whoever needs that face; the lane goes on.
    lanes[lane] = arrived.catch(() => {});
    for (const face of same) arriving.set(face, arrived);
  });
  return arriving;
}

/** The app's own Han face for its controls, where the system has none of the better ones. */
async function addInterfaceFont(bytes: Uint8Array): Promise<void> {
  try {
    const face = new FontFace("Dayang Hei", bytes.slice().buffer, { weight: "400 600" });
    document.fonts.add(await face.load());
  } catch {
    // The system's own face stands in.
  }
}
