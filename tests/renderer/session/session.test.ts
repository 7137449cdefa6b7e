import { describe, expect, it } from "vitest";
import { replaceText } from "../../../core/edition/commands.ts";
import { Session, type SessionHost } from "../../../renderer/session/session.ts";
import { article, edition, newId, p, page } from "../../core/edition/builders.ts";

/** A session whose host tells in `told` what is asked of it, and fails to append as often as `fails` says. */
function sessionOf(told: string[], fails = 0): Session {
  let left = fails;
  const host: SessionHost = {
    compose() {
      told.push("compose");
      return [];
    },
    proofread: () => ({ findings: [], figures: [] }) as never,
    async append(_changes, label) {
      told.push(`append ${label}`);
      if (left-- > 0) throw { key: "host.append-failed" };
    },
    newId,
    onFrame(work) {
      queueMicrotask(work);
      return () => {};
    },
    onPause: () => () => {},
    wait: async (ms) => void told.push(`wait ${ms}`),
  };
  return new Session(edition(page("A1", article({ id: "a" }, "渡口", p("昨日清晨。")))), host);
}

const type = (session: Session, text: string) =>
  session.dispatch(replaceText("page-A1", 1, 0, 0, text), { label: text });

describe("a key", () => {
  it("is composed before what listens does work of its own, and sent to the log after", async () => {
    const told: string[] = [];
    const session = sessionOf(told);
    await Promise.resolve();
    told.length = 0;
    const stop = session.subscribe(() => {
      stop();
      queueMicrotask(() => told.push("panels"));
    });
    type(session, "南");
    expect(session.state.unsaved).toBe(1);
    await session.saved();
    expect(told).toEqual(["compose", "panels", "append 南"]);
  });

  it("is kept until the log takes it, and the next ones wait behind it in their order", async () => {
    const told: string[] = [];
    const session = sessionOf(told, 2);
    type(session, "一");
    type(session, "二");
    await session.saved();
    expect(told.filter((line) => line !== "compose")).toEqual([
      "append 二",
      "wait 250",
      "append 二",
      "wait 500",
      "append 二",
    ]);
    expect(session.state).toMatchObject({ unsaved: 0, trouble: null });
  });
});
