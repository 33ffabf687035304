import type { Random } from '../bench/random.ts';

/** Result of one try. */
export interface Try {
  /** The file or folder that holds the input; kept where the try failed. */
  input: string;
  seconds: number;
  /** Bytes at the peak; null where nobody looked. */
  memory: number | null;
  /** Sentences; none where it survived. */
  faults: readonly string[];
}

/** Work of a kind that ends by itself. */
export interface Round {
  /** Determines everything that is tried. */
  random: Random;
  /** An empty folder of this round alone. */
  dir: string;
  /** `small` in the test suite: a few builds of a few articles. */
  size: 'small' | 'large';
  /** Folder with articles that are damaged. */
  contentDir: string;
  /** Says that something was left out, and why. */
  skip(reason: string): void;
}

/** One kind of hostile input. */
export interface Kind {
  name: string;
  /** Tries inputs of this kind and judges what came of them. */
  tries(round: Round): AsyncIterable<Try>;
}
