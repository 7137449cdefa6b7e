/** Versions taken, and signatures with whether they still hold. */
import { changedAspects, type PageDigests } from "../../core/edition/versions.ts";
import type { Output } from "../contract.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { pagesOf, type Signature, type Version } from "../store/versions.ts";
import type { Handlers, Household } from "./household.ts";

type Own = "versions.take" | "versions.list" | "signatures.add" | "signatures.list";

export function versionHandlers({ environment, editions, emit }: Household): Pick<Handlers, Own> {
  return {
    "versions.take"({ edition, round, name, author, page }) {
      const time = environment.now();
      const version = editions.store(edition).versions.take({
        ...{ round, name, author, time },
        ...(page === "" ? {} : { page }),
      });
      emit("rounds.changed", { edition });
      return told(version);
    },
    "versions.list": ({ edition }) => editions.store(edition).versions.list().map(told),
    "signatures.add"({ edition, ...given }) {
      const store = editions.store(edition);
      const signature = store.signatures.add({ ...given, time: environment.now() });
      emit("rounds.changed", { edition });
      return standing(store)(signature);
    },
    "signatures.list"({ edition }) {
      const store = editions.store(edition);
      return store.signatures.list().map(standing(store));
    },
  };
}

const told = (version: Version): Output<"versions.take"> => ({ ...version, pages: [...version.pages] });

/** Tells a signature with what has changed on its page since. */
function standing(store: EditionStore): (signature: Signature) => Output<"signatures.add"> {
  const now = new Map(pagesOf(store.edition).map((page) => [page.id, page]));
  const versions = new Map(store.versions.list().map((version) => [version.id, version]));
  return (signature) => {
    const signed = versions.get(signature.version)?.pages.find(({ id }) => id === signature.page);
    const changed = changedAspects(signed ?? nothing, now.get(signature.page));
    return { ...signature, open: [...signature.open], changed };
  };
}

/** What a signature of a version that the file has lost stands for: no page is like it. */
const nothing: PageDigests = { id: "", number: "", text: "", layout: "", pictures: "" };
