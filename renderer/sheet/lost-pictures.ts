/** Pictures of a page that its file does not have: they were lost, and only putting them in again brings them back. */
import type { Node } from "prosemirror-model";
import { useEffect, useMemo, useState } from "react";
import { useOpenEdition, useWorkplace } from "../desk/workplace.ts";

/** Digests of the pictures put in on a page: pictures, advertisements, those set in articles. */
export function picturesOn(page: Node): string[] {
  const found = new Set<string>();
  for (const block of page.children)
    for (const { attrs } of [block, ...block.children])
      if (typeof attrs.source === "string" && attrs.source !== "") found.add(attrs.source);
  return [...found];
}

/** Digests of those that the edition's file does not have. */
export function useLostPictures(page: Node): ReadonlySet<string> {
  const { client } = useWorkplace();
  const open = useOpenEdition();
  const sources = useMemo(() => picturesOn(page).sort().join(" "), [page]);
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
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
  return lost;
}
