/** The window's own keeping of seals: what it refuses, what it lets through, and that it agrees with the host. */
import { describe, expect, it } from "vitest";
import { replaceText, setAttributes } from "../../../core/edition/commands.ts";
import { editionToJSON } from "../../../core/edition/edition.ts";
import { digestPages } from "../../../core/edition/versions.ts";
import type { Client } from "../../../host/client.ts";
import { Rounds } from "../../../renderer/rounds/store.ts";
import { Session, type SessionHost } from "../../../renderer/session/session.ts";
import { article, edition, newId, p, page } from "../../core/edition/builders.ts";

const start = edition(
  page("A1", article({ id: "a" }, "渡口", p("昨日清晨。"))),
  page("A2", article({ id: "b" }, "渡轮", p("今日傍晚。"))),
);

const release = (pageId: string) => ({
  ...{ id: 1, version: 1, page: pageId, author: "总编丁", time: "2020-02-17T23:40:00.000Z" },
  ...{ digest: "", file: "A1.pdf", pdf: "", reasons: [], note: "" },
  settings: { standard: "x4", profile: "", marks: false, created: "", bytes: 1 },
});

/** A session on `start`, of which page A1 is released, over a host that says so. */
async function sealedSession() {
  const told: { page: string; again: () => void }[] = [];
  const roll = {
    now: digestPages(start, (text) => text),
    versions: [
      {
        id: 1,
        seq: 1,
        round: "press",
        name: "",
        author: "",
        time: "",
        pages: digestPages(start, (text) => text),
      },
    ],
    signatures: [],
    releases: [release("page-A1")],
    reopenings: [] as object[],
    faults: [],
  };
  const client = {
    call: async (name: string) => (name === "rounds.list" ? roll : { content: editionToJSON(start) }),
    on: () => () => {},
    close: async () => {},
  } as unknown as Client;
  const rounds = new Rounds(client, "e");
  rounds.onRefused = (id, again) => told.push({ page: id, again });
  const host: SessionHost = {
    compose: () => [],
    proofread: () => ({ findings: [], figures: [] }) as never,
    append: async () => {},
    admits: (before, after, again) => rounds.admits(before, after, again),
    newId,
    onFrame: () => () => {},
    onPause: () => () => {},
    wait: async () => {},
  };
  const session = new Session(start, host);
  rounds.follow(session);
  await rounds.refresh();
  return { session, rounds, told, roll };
}

const type = (session: Session, number: string, text: string) =>
  session.dispatch(replaceText(`page-${number}`, 1, 0, 0, text), { label: "typing" });

describe("a released page in a window", () => {
  it("is not changed; whoever tries is told, and the session is as it was", async () => {
    const { session, rounds, told } = await sealedSession();
    expect(rounds.page("page-A1")?.stage).toBe("released");
    expect(type(session, "A1", "南")).toBe(false);
    expect(told.map(({ page: id }) => id)).toEqual(["page-A1"]);
    expect(session.state).toMatchObject({ edition: start, unsaved: 0, history: { done: [] } });
  });

  it("keeps nobody from the other pages, nor from what does not print", async () => {
    const { session, told } = await sealedSession();
    expect(type(session, "A2", "北")).toBe(true);
    expect(session.dispatch(setAttributes("a", { pinned: true }), { label: "pin" })).toBe(true);
    expect(session.dispatch(setAttributes("a", { box: "rule" }), { label: "box" })).toBe(false);
    expect(session.undo()).toBe(true);
    expect(told).toHaveLength(1);
  });

  it("is changed by the same act once it was reopened", async () => {
    const { session, rounds, told, roll } = await sealedSession();
    type(session, "A1", "南");
    roll.reopenings.push({ id: 1, release: 1, page: "page-A1", author: "总编丁", time: "", reason: "更正" });
    await rounds.refresh();
    told[0]?.again();
    expect(session.state.edition.pages[0]?.textContent).toContain("南渡口");
    expect(rounds.page("page-A1")).toMatchObject({ release: null, reopened: { reason: "更正" } });
  });
});
