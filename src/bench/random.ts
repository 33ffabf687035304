import { randomFrom } from '../search/sample.ts';

/** A stream of numbers that a seed determines, on every machine the same. */
export class Random {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;

  /** @param seed any integer; equal seeds give equal streams */
  constructor(seed: number) {
    this.next = randomFrom(seed);
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** One of a list, each as likely. */
  of<T>(list: readonly T[]): T {
    return at(list, this.below(list.length));
  }

  /** One of a list, early ones far more often: the share of rank r falls about as 1/r, as words and authors do (Zipf). */
  early<T>(list: readonly T[]): T {
    return at(list, Math.floor(list.length ** this.next()) - 1);
  }

  /** A number whose logarithm is normally distributed (Box–Muller). */
  lognormal(median: number, sigma: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.next()));
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError('Unexpected empty list, expected something to choose from');
  return found;
}
