/**
 * An evening's log in stretches of work: what one person did until they paused, and the moments in it to go back to.
 *
 * Order is that of the log. Times are what the clocks said: one that was set back parts two stretches, and nothing else.
 */

/** A row of the log that concerns what the timeline is of. */
export interface TimelineRow {
  readonly seq: number;
  /** Milliseconds since 1970 by the author's clock; NaN where it is illegible. */
  readonly at: number;
  readonly author: string;
  readonly label: string;
}

/** A point to go back to: the last row of a run of work, e.g. of some words typed. */
export interface Moment {
  readonly seq: number;
  readonly at: number;
}

export interface Stretch {
  /** First and last row. */
  readonly from: number;
  readonly to: number;
  readonly author: string;
  readonly began: number;
  readonly ended: number;
  readonly rows: number;
  /** What was done, most first. */
  readonly labels: readonly { readonly label: string; readonly rows: number }[];
  /** At least one; the last is the stretch's last row. */
  readonly moments: readonly Moment[];
}

export interface TimelineOptions {
  /** A pause in ms after which another stretch begins. */
  readonly pause: number;
  /** A pause in ms, and a number of rows, after which there is a moment to go back to. */
  readonly breath: number;
  readonly run: number;
}

export const timelineDefaults: TimelineOptions = { pause: 5 * 60_000, breath: 2000, run: 40 };

/** Rows in the order of the log, as stretches. */
export function timeline(
  rows: Iterable<TimelineRow>,
  options: TimelineOptions = timelineDefaults,
): Stretch[] {
  const stretches: Stretch[] = [];
  let current: TimelineRow[] = [];
  const end = () => {
    if (current.length > 0) stretches.push(stretchOf(current, options));
    current = [];
  };
  for (const row of rows) {
    const last = current.at(-1);
    if (last && (last.author !== row.author || !follows(last, row, options.pause))) end();
    current.push(row);
  }
  end();
  return stretches;
}

/** True where `row` came at most `pause` ms after `last`, and not before it. */
const follows = (last: TimelineRow, row: TimelineRow, pause: number) =>
  row.at >= last.at && row.at - last.at <= pause;

function stretchOf(rows: readonly TimelineRow[], { breath, run }: TimelineOptions): Stretch {
  const [first, last] = [rows[0] as TimelineRow, rows.at(-1) as TimelineRow];
  const labels = new Map<string, number>();
  const moments: Moment[] = [];
  let length = 0;
  rows.forEach((row, i) => {
    labels.set(row.label, (labels.get(row.label) ?? 0) + 1);
    length++;
    const next = rows[i + 1];
    if (next && next.label === row.label && follows(row, next, breath) && length < run) return;
    moments.push({ seq: row.seq, at: row.at });
    length = 0;
  });
  return {
    from: first.seq,
    to: last.seq,
    author: first.author,
    began: first.at,
    ended: last.at,
    rows: rows.length,
    labels: [...labels].map(([label, n]) => ({ label, rows: n })).sort((a, b) => b.rows - a.rows),
    moments,
  };
}
