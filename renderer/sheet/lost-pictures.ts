/** Pictures of a page that its file does not have: they were lost, and only putting them in again brings them back. */
import type { Node } from "prosemirror-model";
import { useEffect, useMemo, useState } from "react";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";

export interface PlacedPicture {
  /** Id of the block it stands in, which may be the picture itself. */
  readonly block: string;
  readonly caption: string;
  /** Digest of the picture. */
  readonly source: string;
}

/** Every picture put in on a page: pictures, advertisements, those set in articles. */
export function picturesOn(page: Node): PlacedPicture[] {
  const found: PlacedPicture[] = [];
  for (const block of page.children)
    for (const node of [block, ...block.children])
      if (typeof node.attrs.source === "string" && node.attrs.source !== "")
        found.push({
          block: block.attrs.id as string,
          caption: node.textContent,
          source: node.attrs.source,
        });
  return found;
}

export function useLostPictures(page: Node | undefined): readonly PlacedPicture[] {
  const { client } = useWorkplace();
  const open = useOpenEdition();
  const placed = useMemo(() => (page ? picturesOn(page) : []), [page]);
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  const sources = [...new Set(placed.map(({ source }) => source))].sort().join(" ");
  useEffect(() => {
    let wanted = true;
    const digests = sources.split(" ").filter(Boolean);
    if (open)
      Promise.all(
        digests.map(async (digest) =>
          (await client.call("pictures.facts", { edition: open.edition, digest })) ? "" : digest,
        ),
      ).then(
        (answers) => wanted && setLost(new Set(answers.filter(Boolean))),
        () => {},
      );
    return () => {
      wanted = false;
    };
  }, [client, open, sources]);
  return placed.filter(({ source }) => lost.has(source));
}
