/**
 * PNG predictors (PNG specification, section 9; ISO 32000-1, 7.4.4.4): each row of bytes as differences from what
 * stands left of it or above. A last row may be cut short, as the data ends.
 */

export interface Rows {
  /** Bytes of a row. */
  readonly row: number;
  /** Bytes from a sample to the same one of the next pixel. */
  readonly pixel: number;
}

/** Rows with the filter that leaves the smallest differences, its number before each. */
export function predict(data: Uint8Array, rows: Rows): Uint8Array {
  const count = Math.ceil(data.length / rows.row);
  const out = new Uint8Array(data.length + count);
  const tried = [0, 1, 2].map(() => new Uint8Array(rows.row));
  for (let row = 0; row < count; row++) {
    const start = row * rows.row;
    const length = Math.min(rows.row, data.length - start);
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    tried.forEach((line, filter) => {
      let sum = 0;
      for (let i = 0; i < length; i++) {
        const at = start + i;
        const before =
          filter === 0
            ? 0
            : filter === 1
              ? i >= rows.pixel
                ? (data[at - rows.pixel] as number)
                : 0
              : row > 0
                ? (data[at - rows.row] as number)
                : 0;
        const difference = ((data[at] as number) - before) & 0xff;
        line[i] = difference;
        sum += difference < 128 ? difference : 256 - difference;
      }
      if (sum < least) [best, least] = [filter, sum];
    });
    out[start + row] = best;
    out.set((tried[best] as Uint8Array).subarray(0, length), start + row + 1);
  }
  return out;
}

export function unpredict(data: Uint8Array, rows: Rows): Uint8Array {
  const count = Math.ceil(data.length / (rows.row + 1));
  const out = new Uint8Array(data.length - count);
  for (let row = 0; row < count; row++) {
    const start = row * rows.row;
    const filter = data[start + row] ?? 0;
    const length = Math.min(rows.row, out.length - start);
    for (let i = 0; i < length; i++) {
      const at = start + i;
      const left = i >= rows.pixel ? (out[at - rows.pixel] ?? 0) : 0;
      const up = row > 0 ? (out[at - rows.row] ?? 0) : 0;
      const corner = row > 0 && i >= rows.pixel ? (out[at - rows.row - rows.pixel] ?? 0) : 0;
      out[at] = (data[at + row + 1] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return out;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
