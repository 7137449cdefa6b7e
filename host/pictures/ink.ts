/** Total ink of CMYK samples: what newsprint can hold before it smears and shows through. */

/** Largest sum of the four inks in `samples` (8 bit, interleaved CMYK), in percent. */
export function totalInk(samples: Uint8Array): number {
  let most = 0;
  for (let i = 0; i + 3 < samples.length; i += 4) {
    const sum = at(samples, i) + at(samples, i + 1) + at(samples, i + 2) + at(samples, i + 3);
    if (sum > most) most = sum;
  }
  return (most / 255) * 100;
}

/**
 * `samples`, changed so that no pixel is over `limit` percent: the colours give way in proportion and black stays, which
 * keeps hue and depth. In place: a page's photograph is six megabytes.
 */
export function limitInk(samples: Uint8Array, limit: number): Uint8Array {
  if (totalInk(samples) <= limit) return samples;
  const most = (limit / 100) * 255;
  for (let i = 0; i + 3 < samples.length; i += 4) {
    const colour = at(samples, i) + at(samples, i + 1) + at(samples, i + 2);
    const black = at(samples, i + 3);
    if (colour + black <= most) continue;
    const share = Math.max(0, most - black) / colour;
    for (let c = i; c < i + 3; c++) samples[c] = Math.floor(at(samples, c) * share);
  }
  return samples;
}

function at(samples: Uint8Array, index: number): number {
  return samples[index] ?? 0;
}
