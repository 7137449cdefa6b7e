/** What is true of one issue of the paper, whatever stands on its pages. */

/** What the masthead and the folios print. Strings that are empty are not printed. */
export interface EditionFacts {
  readonly id: string;
  /** Name of the paper: "株洲日报". */
  readonly paper: string;
  /** Date of issue, ISO 8601 calendar date: "2020-02-18". */
  readonly date: string;
  /** Total issue number (总第…期), serial number (国内统一连续出版物号 CN …), publisher, price as printed. */
  readonly issue: string;
  readonly serial: string;
  readonly publisher: string;
  readonly price: string;
  /** Credits line (责编 … 版式 … 校对 …), printed in the folio. */
  readonly credits: string;
}

export const noFacts: EditionFacts = {
  id: "",
  paper: "",
  date: "",
  issue: "",
  serial: "",
  publisher: "",
  price: "",
  credits: "",
};
