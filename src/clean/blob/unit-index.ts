import type { Unit } from './units.ts';

/** Length of the beginning by which a unit is found. Sixteen characters alike by chance do not happen. */
export const GRAM = 16;

/** Number of units with one beginning that are compared: more would let an article of equal beginnings cost the square of its length. */
const TRIES = 8;

const BASE = 0x01000193;
const TOP = Array.from({ length: GRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Rolling hash (Rabin-Karp, modulo 2^32) of the 16 characters from `at`. */
function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

/** The hash one character further on. */
const roll = (hash: number, text: string, at: number): number =>
  (Math.imul(hash, BASE) + text.charCodeAt(at + GRAM) - Math.imul(TOP, text.charCodeAt(at))) | 0;

function addTo<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
}

/** Units by the hash of their beginning, and by their whole key. */
export class UnitIndex {
  /** One byte for 4,096 classes of hashes: most places of a text are ruled out by it. */
  readonly #filter = new Uint8Array(0x1000);
  readonly #beginnings = new Map<number, number[]>();
  readonly #keys = new Map<string, number[]>();
  readonly units: readonly Unit[];

  constructor(units: readonly Unit[]) {
    this.units = units;
    units.forEach((unit, at) => {
      if (unit.key.length < GRAM) return;
      const hash = hashAt(unit.key, 0);
      this.#filter[hash & 0xfff] = 1;
      addTo(this.#beginnings, hash, at);
    });
  }

  /** The first place of `key`, from `at` on, where a unit may begin; -1 where there is none any more. Every character of an article passes here. */
  nextBeginning(key: string, at: number): number {
    const filter = this.#filter;
    const end = key.length - GRAM;
    if (at > end) return -1;
    let hash = hashAt(key, at);
    while (filter[hash & 0xfff] === 0) {
      if (at >= end) return -1;
      hash = roll(hash, key, at++);
    }
    return at;
  }

  /** The longest unit after number `last` that stands in `key` at `at`, or -1. Never the whole of `key`: that is a plain repetition. */
  find(key: string, at: number, last: number): number {
    const list = this.#beginnings.get(hashAt(key, at)) ?? [];
    let low = 0;
    for (let high = list.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? 0) > last) high = middle;
      else low = middle + 1;
    }
    let best = -1;
    let length = 0;
    for (const number of list.slice(low, low + TRIES)) {
      const unit = this.units[number];
      if (!unit || unit.gone || unit.key.length <= length || unit.key.length === key.length) continue;
      if (!key.startsWith(unit.key, at)) continue;
      best = number;
      length = unit.key.length;
    }
    return best;
  }

  /** True where a unit other than `self` has exactly this key. */
  stands(key: string, self: Unit): boolean {
    if (this.#keys.size === 0) for (const [at, unit] of this.units.entries()) addTo(this.#keys, unit.key, at);
    const found = this.#keys.get(key)?.map((at) => this.units[at]) ?? [];
    return found.some((unit) => unit !== self && unit?.gone === false);
  }
}
