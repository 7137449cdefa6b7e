/**
 * How much of each pixel a shape covers, exactly: the signed area that every edge leaves to its right is summed along
 * the rows. No sampling, so thin strokes and small type weigh what they print.
 */

/** A shape's coverage of the pixels from (x, y); `alpha` is `width` × `height`, 0 to 1. */
export interface Mask {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly alpha: Float32Array;
}

/** Closed polygons, each x0, y0, x1, y1, … in pixels; the non-zero rule for contours that do not cross themselves. */
export function maskOf(contours: readonly (readonly number[])[]): Mask | null {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const points of contours) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = [points[i] as number, points[i + 1] as number];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  if (!(left < right && top < bottom)) return null;
  const [x, y] = [Math.floor(left), Math.floor(top)];
  const [width, height] = [Math.ceil(right) - x + 2, Math.ceil(bottom) - y];
  const alpha = new Float32Array(width * height);
  for (const points of contours) {
    const last = points.length - 2;
    for (let i = 0; i <= last; i += 2) {
      const j = i === last ? 0 : i + 2;
      edge(
        alpha,
        width,
        (points[i] as number) - x,
        (points[i + 1] as number) - y,
        (points[j] as number) - x,
        (points[j + 1] as number) - y,
      );
    }
  }
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let at = row * width; at < (row + 1) * width; at++) {
      sum += alpha[at] as number;
      alpha[at] = Math.min(1, Math.abs(sum));
    }
  }
  return { x, y, width, height, alpha };
}

/**
 * The mask on pixels `by` times as wide and high. Contours that overlap count twice in the pixels they share in part,
 * so small shapes of many contours are covered finely first.
 */
export function coarser(mask: Mask, by: number): Mask {
  if (by === 1) return mask;
  const [x, y] = [Math.floor(mask.x / by), Math.floor(mask.y / by)];
  const width = Math.ceil((mask.x + mask.width) / by) - x;
  const height = Math.ceil((mask.y + mask.height) / by) - y;
  const alpha = new Float32Array(width * height);
  const [left, top] = [mask.x - x * by, mask.y - y * by];
  const share = 1 / (by * by);
  for (let row = 0; row < mask.height; row++) {
    const to = Math.floor((top + row) / by) * width;
    for (let column = 0; column < mask.width; column++) {
      const covered = mask.alpha[row * mask.width + column] as number;
      if (covered === 0) continue;
      const at = to + Math.floor((left + column) / by);
      alpha[at] = (alpha[at] as number) + covered * share;
    }
  }
  return { x, y, width, height, alpha };
}

/** Adds what one edge changes: in each row it crosses, the area between it and the pixel's right side. */
function edge(area: Float32Array, width: number, xa: number, ya: number, xb: number, yb: number): void {
  // Nothing that shows, and a slope that could not be reckoned with.
  if (Math.abs(ya - yb) < 1e-6) return;
  const down = ya < yb;
  const x0 = down ? xa : xb;
  const y0 = down ? ya : yb;
  const x1 = down ? xb : xa;
  const y1 = down ? yb : ya;
  const slope = (x1 - x0) / (y1 - y0);
  const least = Math.min(x0, x1);
  const most = Math.max(x0, x1);
  let x = x0;
  const end = Math.ceil(y1);
  for (let row = Math.floor(y0); row < end; row++) {
    const depth = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = Math.min(most, Math.max(least, x + slope * depth));
    crossRow(area, row * width, Math.min(x, next), Math.max(x, next), down ? depth : -depth);
    x = next;
  }
}

/** An edge that runs from `left` to `right` within the row at `start` and weighs `weight`. */
function crossRow(area: Float32Array, start: number, left: number, right: number, weight: number): void {
  const first = Math.floor(left);
  const last = Math.max(first + 1, Math.ceil(right));
  let at = start + first;
  if (last === first + 1) {
    const middle = (left + right) / 2 - first;
    area[at] = (area[at] as number) + weight * (1 - middle);
    area[at + 1] = (area[at + 1] as number) + weight * middle;
    return;
  }
  // Coverage right of the edge, up to each pixel's right side; the differences are what the sums along the row need.
  const length = right - left;
  let before = 0;
  for (let column = first; column < last; column++, at++) {
    const from = Math.max(left, column);
    const to = Math.min(right, column + 1);
    const inside = ((to - from) * (column + 1 - (from + to) / 2) + from - left) / length;
    area[at] = (area[at] as number) + weight * (inside - before);
    before = inside;
  }
  area[at] = (area[at] as number) + weight * (1 - before);
}
