/** Bins of a signature, each the least hash of those that fell into it. */
const BINS = 64;
/** A bin that no hash fell into. */
const EMPTY = 0xffffffff;
/** Folded units that a shingle covers. */
const SHINGLE = 8;
/** Shingles from which on a text is told from another by its signature. */
const SHORTEST = 160;

/**
 * Makes the signature of a text: MinHash by one permutation (Li, Owen, Zhang 2012), a byte a bin, empty bins filled from the next full one.
 * Two texts have as large a share of equal bins as they have shingles in common (Jaccard), give or take six of a hundred.
 * @param passages folded
 * @returns 64 bytes, or none where the text is too short
 */
export function signatureOf(passages: readonly string[]): Buffer {
  const least = new Uint32Array(BINS).fill(EMPTY);
  const window = new Uint32Array(SHINGLE);
  let [seen, rolling] = [0, 0];
  for (const passage of passages)
    for (let at = 0; at < passage.length; at++) {
      const unit = passage.charCodeAt(at);
      if (unit < 0x30 || (unit > 0x2000 && unit < 0x3040) || unit > 0xfe00) continue;
      const slot = seen % SHINGLE;
      // A sum of powers, the oldest unit taken out as the newest comes in.
      rolling = (Math.imul(rolling, FACTOR) + unit - Math.imul(window[slot] ?? 0, OLDEST)) | 0;
      window[slot] = unit;
      seen++;
      if (seen < SHINGLE) continue;
      let hash = Math.imul(rolling ^ (rolling >>> 16), 0x7feb352d);
      hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
      hash = (hash ^ (hash >>> 16)) >>> 0;
      const bin = hash >>> 26;
      const rest = (hash << 6) >>> 0;
      if (rest < (least[bin] ?? 0)) least[bin] = rest;
    }
  if (seen < SHORTEST) return Buffer.alloc(0);
  const signature = Buffer.alloc(BINS);
  for (let bin = 0; bin < BINS; bin++) {
    let [full, steps] = [bin, 0];
    while (least[full] === EMPTY && steps < BINS) [full, steps] = [(full + 1) % BINS, steps + 1];
    // The low bits: the high ones of a least number are all zero.
    signature[bin] = ((least[full] ?? 0) >>> 6) + steps * 31;
  }
  return signature;
}

const FACTOR = 0x01000193;
/** What the oldest unit of a window has been multiplied by. */
const OLDEST = Array.from({ length: SHINGLE }).reduce((power: number) => Math.imul(power, FACTOR), 1);
