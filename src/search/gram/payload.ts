import type { ByteWriter } from './bytes.ts';

/**
 * The payload of a posting: where in the article the gram stands, modulo 32, and how much it weighs there.
 *
 * The mask has bit `p % 32` set for every position `p` of the gram. The grams of a string stand at fixed distances in a
 * text, so an article can hold the string only where the masks, rotated by those distances, share a bit: this tells an
 * article with 段简 and 简直 apart from one with 段简直, and costs far less than postings by paragraph would.
 *
 * On disk a payload is one byte: position and level of a gram that stands once (three of four do), or the level alone,
 * with the positions modulo 16 in two extra bytes, or the level of a gram that may stand anywhere.
 */

/** Positions are told apart modulo this. */
export const MODULUS = 32;
/** Several positions are kept modulo this, which divides `MODULUS`. */
const COARSE = 16;
const COARSE_FULL = 0xffff;
const EXTRA_BYTES = COARSE / 8;
/** The mask of a gram that may stand anywhere. */
export const ANYWHERE = 0xffffffff;

const LEVELS = 5;
const MASKED = MODULUS * LEVELS;
const UNPLACED = MASKED + LEVELS;

/** How much a gram weighs in an article: 0 where only boilerplate holds it, 1 to 3 by its frequency and the article's length, 4 where the title holds it. */
export const BOILERPLATE_LEVEL = 0;
export const BODY_LEVEL = 1;
export const TITLE_LEVEL = 4;

/** Mean length of an article in units: a constant, since a segment must not depend on what came later. */
const MEAN_LENGTH = 2000;

/**
 * Level of a gram in an article's body: the saturation of BM25 (k1 = 1.2, b = 0.75), cut in three. What stands once is
 * always least, whatever the length: telling short articles from long ones there would cost a bit in most postings.
 * @param frequency outside of boilerplate
 * @param length of the folded article in units
 */
export function levelOf(frequency: number, length: number): number {
  if (frequency <= 1) return frequency;
  const saturation = frequency / (frequency + 1.2 * (0.25 + (0.75 * length) / MEAN_LENGTH));
  return saturation < 0.5 ? 1 : saturation < 0.75 ? 2 : 3;
}

/** Writes one payload. */
export function writePayload(level: number, mask: number, payloads: ByteWriter, extra: ByteWriter): void {
  const coarse = (mask | (mask >>> COARSE)) & COARSE_FULL;
  if ((mask & (mask - 1)) === 0) {
    payloads.byte(level * MODULUS + (31 - Math.clz32(mask)));
  } else if (coarse === COARSE_FULL) {
    payloads.byte(UNPLACED + level);
  } else {
    payloads.byte(MASKED + level);
    extra.byte(coarse & 255);
    extra.byte(coarse >>> 8);
  }
}

/** Number of extra bytes that the payloads `[from, to)` have. */
export function extraBytes(payloads: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const payload = payloads[i] ?? 0;
    if (payload >= MASKED && payload < UNPLACED) count++;
  }
  return count * EXTRA_BYTES;
}

/** Reads payloads into masks and levels. */
export function readPayloads(
  payloads: Uint8Array,
  extra: Uint8Array,
  { masks, levels }: { masks: Uint32Array; levels: Uint8Array },
): void {
  for (let i = 0, at = 0; i < payloads.length; i++) {
    const payload = payloads[i] ?? 0;
    if (payload < MASKED) {
      levels[i] = Math.floor(payload / MODULUS);
      masks[i] = 1 << (payload % MODULUS);
    } else if (payload < UNPLACED) {
      const coarse = (extra[at] ?? 0) | ((extra[at + 1] ?? 0) << 8);
      at += EXTRA_BYTES;
      levels[i] = payload - MASKED;
      masks[i] = coarse | (coarse << COARSE);
    } else {
      levels[i] = payload - UNPLACED;
      masks[i] = ANYWHERE;
    }
  }
}

/** `mask` as seen `distance` units earlier: position `p` becomes `p - distance`. */
export function rotate(mask: number, distance: number): number {
  const by = distance % MODULUS;
  return by === 0 ? mask : (mask >>> by) | (mask << (MODULUS - by));
}
