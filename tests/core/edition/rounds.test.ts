import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GivenSignature,
  type PageRelease,
  type PageReopening,
  pageState,
  proofBefore,
  releasesInForce,
  roundToTake,
  type SignOff,
  type TakenVersion,
} from "../../../core/edition/rounds.ts";
import { houseSigning, proofRounds, type Role, type Round, roles } from "../../../core/edition/signing.ts";
import type { PageDigests } from "../../../core/edition/versions.ts";

const time = "2020-02-17T22:00:00.000Z";

/** A desk with one page A1 (and A2 beside it), whose text is a number: an evening in a few words. */
class Evening {
  record: {
    versions: TakenVersion[];
    signatures: GivenSignature[];
    releases: PageRelease[];
    reopenings: PageReopening[];
  } = {
    versions: [],
    signatures: [],
    releases: [],
    reopenings: [],
  };
  texts: [number, number] = [0, 0];

  digests(index: 0 | 1 = 0): PageDigests {
    return {
      id: `p${index + 1}`,
      number: `A${index + 1}`,
      text: String(this.texts[index]),
      layout: "l",
      pictures: "p",
    };
  }
  take(round: Round) {
    const { versions } = this.record;
    const id = versions.length + 1;
    versions.push({
      id,
      seq: id,
      round,
      name: "",
      author: "甲",
      time,
      pages: [this.digests(0), this.digests(1)],
    });
    return this;
  }
  /** Signs A1 of the last proof. */
  sign(role: Role, version = this.record.versions.length) {
    const { signatures } = this.record;
    const id = signatures.length + 1;
    signatures.push({ id, version, page: "p1", role, author: "乙", time, open: [], note: "" });
    return this;
  }
  edit(text: number, page: 0 | 1 = 0) {
    this.texts[page] = text;
    return this;
  }
  release() {
    const { releases, versions } = this.record;
    releases.push({ id: releases.length + 1, version: versions.length, page: "p1", author: "丙", time });
    return this;
  }
  reopen() {
    const { reopenings, releases } = this.record;
    reopenings.push({
      id: reopenings.length + 1,
      release: releases.length,
      page: "p1",
      author: "丙",
      time,
      reason: "更正",
    });
    return this;
  }
  state(index: 0 | 1 = 0) {
    return pageState(this.digests(index), this.record as SignOff, houseSigning);
  }
  standing(round: string, role: Role) {
    return this.state()
      .rounds.find((one) => one.round === round)
      ?.roles.find((one) => one.role === role)?.standing;
  }
}

describe("the state of a page", () => {
  it("has no round before the first proof", () => {
    const state = new Evening().state();
    expect(state).toMatchObject({ stage: "untaken", round: null, changed: ["text", "layout", "pictures"] });
    expect(state.lacking).toHaveLength(5);
    expect(state.lacking.every(({ why }) => why === "waiting")).toBe(true);
  });

  it("waits for those whom the house asks, and is signed when all have signed", () => {
    const evening = new Evening().take("first").sign("proofreader");
    expect(evening.state().stage).toBe("out");
    expect(evening.standing("first", "editor")).toBe("missing");
    expect(evening.sign("editor").state().stage).toBe("signed");
  });

  it("asks for the signature again when a word has changed, and not when the change is taken back", () => {
    const evening = new Evening().take("second").sign("proofreader").edit(1);
    expect(evening.state()).toMatchObject({ stage: "changed", changed: ["text"] });
    expect(evening.standing("second", "proofreader")).toBe("changed");
    expect(evening.edit(0).standing("second", "proofreader")).toBe("signed");
  });

  it("takes a second signature on a newer proof of the same round", () => {
    const evening = new Evening().take("second").sign("proofreader").edit(1).take("second");
    expect(evening.standing("second", "proofreader")).toBe("changed");
    expect(evening.sign("proofreader").standing("second", "proofreader")).toBe("signed");
    expect(evening.state().rounds.find(({ round }) => round === "second")?.times).toBe(2);
  });

  it("leaves the signatures of a round that is over as they were given", () => {
    const evening = new Evening().take("first").sign("proofreader").edit(1).take("second");
    expect(evening.standing("first", "proofreader")).toBe("signed");
    const past = evening.state().rounds.find(({ round }) => round === "first");
    expect(past).toMatchObject({ place: "past" });
    expect(past?.roles.find(({ role }) => role === "proofreader")?.changed).toEqual(["text"]);
  });

  it("does not let a signature of the press proof stand when a page goes back to an earlier round", () => {
    const evening = new Evening().take("press").sign("night-editor").edit(1).take("third");
    expect(evening.standing("press", "night-editor")).toBe("changed");
  });

  it("is ready when every signature demanded is there, those of the press proof as the page is now", () => {
    const evening = new Evening()
      .take("first")
      .sign("proofreader")
      .edit(1)
      .take("second")
      .sign("proofreader");
    evening.edit(2).take("third").sign("page-editor").take("press").sign("page-editor");
    expect(evening.state().lacking).toEqual([{ round: "press", role: "night-editor", why: "missing" }]);
    expect(evening.sign("night-editor").state()).toMatchObject({ stage: "ready", lacking: [] });
    expect(evening.edit(3).state().lacking).toEqual([
      { round: "press", role: "page-editor", why: "changed" },
      { round: "press", role: "night-editor", why: "changed" },
    ]);
  });

  it("is released until it is reopened, and says so when it was changed all the same", () => {
    const evening = new Evening().take("press").release();
    expect(evening.state()).toMatchObject({ stage: "released", broken: [], reopened: null });
    expect(evening.edit(1).state()).toMatchObject({ stage: "released", broken: ["text"] });
    expect(evening.reopen().state()).toMatchObject({ release: null, reopened: { reason: "更正" } });
    expect(evening.take("press").release().state()).toMatchObject({ stage: "released", reopened: null });
  });

  it("knows only versions that have the page, and none that was merely named", () => {
    const evening = new Evening().take("named");
    expect(evening.state().round).toBeNull();
    evening.record.versions.push({
      id: 2,
      seq: 2,
      round: "first",
      name: "",
      author: "甲",
      time,
      pages: [evening.digests(1)],
    });
    expect(evening.state().round).toBeNull();
    expect(evening.state(1).round).toBe("first");
  });
});

describe("the round of the next proof", () => {
  it("goes from the first that is signed to the next once all have signed, also where the page was corrected since", () => {
    const evening = new Evening();
    const next = () => roundToTake(evening.state());
    expect(next()).toBe("galley");
    expect([evening.take("first").sign("proofreader"), next()][1]).toBe("first");
    expect([evening.sign("editor"), next()][1]).toBe("second");
    expect([evening.edit(1), next()][1]).toBe("second");
    for (const role of ["page-editor", "night-editor"] as const) evening.take("press").sign(role);
    expect([evening.edit(2), next()][1]).toBe("press");
  });
});

const happening = fc.oneof(
  fc.constantFrom<Round>(...proofRounds, "named").map((round) => (e: Evening) => e.take(round)),
  fc
    .constantFrom<Role>(...roles)
    .map((role) => (e: Evening) => (e.record.versions.length ? e.sign(role) : e)),
  fc.nat(2).map((text) => (e: Evening) => e.edit(text)),
  fc.nat(2).map((text) => (e: Evening) => e.edit(text, 1)),
  fc.constant((e: Evening) => (e.record.versions.length && !e.state().release ? e.release() : e)),
  fc.constant((e: Evening) => (e.state().release ? e.reopen() : e)),
);
const evenings = fc
  .array(happening, { maxLength: 25 })
  .map((all) => all.reduce((e, act) => act(e), new Evening()));

describe("in any evening", () => {
  it("a signature in force of the round in hand is of the page as it is", () => {
    fc.assert(
      fc.property(evenings, (evening) => {
        for (const { place, roles: all } of evening.state().rounds)
          for (const { standing, signature, changed } of all) {
            expect(standing === "signed" || standing === "changed").toBe(signature !== null);
            if (standing === "signed" && place !== "past") expect(changed).toEqual([]);
          }
      }),
      { numRuns: 150 },
    );
  });

  it("ready means that everybody whom release demands has signed, and that the press proof is the page", () => {
    fc.assert(
      fc.property(evenings, (evening) => {
        const { stage, lacking, changed, round, release } = evening.state();
        expect(stage === "ready").toBe(
          !release && lacking.length === 0 && round === "press" && changed.length === 0,
        );
      }),
      { numRuns: 150 },
    );
  });

  it("what happens to another page, and a change taken back, leave the state as it was", () => {
    fc.assert(
      fc.property(evenings, fc.integer({ min: 3, max: 5 }), (evening, other) => {
        const before = evening.state();
        const text = evening.texts[0];
        evening.edit(other, 1).edit(other);
        if (before.round) expect(evening.state().changed).toContain("text");
        expect(evening.edit(text).state()).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it("one more signature of the proof in hand never makes more lacking", () => {
    fc.assert(
      fc.property(evenings, fc.constantFrom<Role>(...roles), (evening, role) => {
        if (evening.record.versions.length === 0) return;
        const before = evening.state().lacking.length;
        if (evening.state().changed.length === 0)
          expect(evening.sign(role).state().lacking.length).toBeLessThanOrEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it("the releases in force are those that states speak of", () => {
    fc.assert(
      fc.property(evenings, (evening) => {
        const force = releasesInForce(evening.record);
        expect(force.get("p1")?.id ?? null).toBe(evening.state().release?.id ?? null);
        expect(force.has("p2")).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the proof red check starts from", () => {
  const start = (evening: Evening) => proofBefore(evening.record.versions, [evening.digests()])?.id;

  it("is the last one, once something was changed after it", () => {
    const evening = new Evening().take("first").take("second");
    evening.texts = [7, 0];
    expect(start(evening)).toBe(2);
  });

  it("is the last one that was other where the page is as the last proof shows it", () => {
    const evening = new Evening().take("first");
    evening.texts = [7, 0];
    evening.take("second").take("named");
    expect(start(evening)).toBe(1);
  });

  it("is told page by page", () => {
    const evening = new Evening().take("first");
    evening.texts = [0, 7];
    evening.take("second");
    expect(start(evening)).toBe(2);
    expect(proofBefore(evening.record.versions, [evening.digests(1)])?.id).toBe(1);
  });

  it("is none before the first", () => {
    expect(start(new Evening().take("named"))).toBeUndefined();
  });
});
