/** How a delivery is told of, whichever way it goes. */
import type { Values } from "../../core/catalogue/message.ts";
import type { Staged } from "./outbox.ts";

/** `fraction` of the delivery. */
export type Tell = (key: string, values: Values, fraction: number) => void;

export interface Delivered {
  /** Where the package stands now. */
  readonly place: string;
  readonly bytes: number;
  /** Bytes that were sent in this run: fewer where a broken delivery was resumed. */
  readonly sent: number;
}

/** The file beside the package's folder that says all of it is there. It holds the ticket's digest. */
export const readyName = (name: string): string => `${name}.ready`;
/** The package's folder until it is whole: hidden from whoever lists the hot folder. */
export const partName = (name: string): string => `.${name}.part`;

export const sizeOf = ({ files }: Staged): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

export const readyText = ({ files }: Staged): string => `${files.at(-1)?.sha256 ?? ""}\n`;
