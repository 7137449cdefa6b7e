/**
 * Intake's result: page drafts, still plain data, each text with the place in the file it came from.
 *
 * The maps let `check` point into the file as it was read although words cut by columns have been joined again.
 */
import type { JumpLiteral, PartName } from "../edition/schema.ts";
import type { Remark } from "../edition/thread.ts";

/** Text from `text` on was read from `file` on, `length` UTF-16 units long. Segments ascend and do not overlap. */
export interface Segment {
  readonly text: number;
  readonly file: number;
  readonly length: number;
}

export interface DraftPart {
  readonly role: PartName;
  readonly text: string;
  readonly map: readonly Segment[];
}

export interface DraftJump {
  readonly role: "jump";
  readonly text: string;
  readonly literal: JumpLiteral;
  readonly map: readonly Segment[];
}

export interface DraftPicture {
  readonly role: "picture";
  readonly caption: DraftPart | null;
  readonly credit: DraftPart | null;
  /** Digest of a picture that came with the text (.docx), or null. */
  readonly source: string | null;
}

export interface DraftArticle {
  readonly kind: "news" | "commentary" | "brief";
  /** In the schema's order: kicker, headline, deck…, then body. */
  readonly parts: readonly (DraftPart | DraftJump | DraftPicture)[];
  /** A 上接 line that opened the text: it becomes a continuation rather than an article. */
  readonly continues: DraftJump | null;
}

export interface DraftPage {
  /** Canonical: section letter and number without leading zeros, "A2". */
  readonly number: string;
  /** Folio lines at the head of the page (paper, date, issue): facts of the edition, part of no article. */
  readonly folio: readonly { readonly text: string; readonly map: readonly Segment[] }[];
  readonly articles: readonly DraftArticle[];
}

/** A comment that came with the text (.docx), and its answers. */
export interface DraftComment {
  /** UTF-16 offsets in the file's text; equal where the comment stands nowhere in it. */
  readonly from: number;
  readonly to: number;
  readonly remarks: readonly [Remark, ...Remark[]];
  readonly resolved: boolean;
}

export interface Draft {
  readonly pages: readonly DraftPage[];
  /** Paper and date where the file names them. */
  readonly paper: string | null;
  readonly date: string | null;
  /** Pictures that came with the text, by SHA-256 hex digest. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** In the file's order. */
  readonly comments: readonly (DraftComment & { readonly quote: string })[];
}
