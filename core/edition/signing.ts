/**
 * Who signs which proof of a page, and which of those signatures a page needs before it goes to press.
 *
 * Nothing here imports anything: the house style, versions and the state of a page all stand on these words.
 */

/** Which proof a version is taken for: 小样, 一校, 二校, 三校, 付印; "named" for a version that somebody wanted to keep. */
export const rounds = ["galley", "first", "second", "third", "press", "named"] as const;
export type Round = (typeof rounds)[number];

/** The rounds that are signed, in the order a page goes through them. */
export const proofRounds = ["galley", "first", "second", "third", "press"] as const;
export type ProofRound = (typeof proofRounds)[number];

/** Who signs: 编辑, 校对, 责编, 值班总编. */
export const roles = ["editor", "proofreader", "page-editor", "night-editor"] as const;
export type Role = (typeof roles)[number];

/** What open queries to authors mean for a release: nothing, a reason that is written down, or that there is none. */
export const queryRules = ["free", "reason", "refuse"] as const;
export type QueryRule = (typeof queryRules)[number];

export interface Signing {
  /** Who is asked to sign the proofs of each round. */
  readonly signs: Readonly<Record<ProofRound, readonly Role[]>>;
  /** Whose signatures of each round release (签付印) waits for; somebody named only here is asked all the same. */
  readonly demands: Readonly<Record<ProofRound, readonly Role[]>>;
  /** What becomes of a release while queries (问作者) of the page are open. */
  readonly queries: QueryRule;
}

/** 三校一读 as most dailies keep it: three proofs read, the last one signed by those who answer for the page. */
export const houseSigning: Signing = {
  signs: {
    galley: ["editor"],
    first: ["editor", "proofreader"],
    second: ["proofreader", "page-editor"],
    third: ["proofreader", "page-editor"],
    press: ["page-editor", "night-editor"],
  },
  demands: {
    galley: [],
    first: ["proofreader"],
    second: ["proofreader"],
    third: ["page-editor"],
    press: ["page-editor", "night-editor"],
  },
  queries: "reason",
};
