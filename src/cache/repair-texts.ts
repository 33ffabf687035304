import type { Repair } from '../types.ts';
import { readCheckedBytes, writeCheckedBytes } from './checked-file.ts';
import { DamagedPack } from './store.ts';

/** Files of repairs held at a time: most come one after the other, between them single ones of articles edited since. */
const HELD = 8;

/** Where it stands what was mended in a file. */
export interface RepairText {
  /** Absolute path of the file of repairs. */
  store: string;
  /** Bytes `[from, to)` of its content. */
  from: number;
  to: number;
}

/** What was mended in a file: how often by rule, and where the rest stands, which few ask for. */
export interface FileRepairs {
  file: string;
  counts: Readonly<Record<string, number>>;
  text: RepairText;
}

/** Collects the repairs of some hundred files as lines of `report.json`. */
export class RepairWriter {
  readonly #lines: Buffer[] = [];
  #size = 0;

  /** @returns where the line stands; null where nothing was mended */
  add(file: string, repairs: readonly Repair[]): [from: number, to: number] | null {
    if (repairs.length === 0) return null;
    const line = Buffer.from(JSON.stringify({ file, repairs }));
    const from = this.#size;
    this.#lines.push(line);
    this.#size += line.length;
    return [from, this.#size];
  }

  write(store: string, key: string): void {
    writeCheckedBytes(store, key, Buffer.concat(this.#lines));
  }
}

/** Reads what `RepairWriter` wrote. */
export class RepairReader {
  readonly #key: string;
  readonly #held = new Map<string, Buffer>();
  #last: { store: string; content: Buffer } | null = null;

  constructor(key: string) {
    this.#key = key;
  }

  /**
   * The line of a file: `{"file":…,"repairs":[…]}`.
   * @throws {DamagedPack}
   */
  line({ store, from, to }: RepairText): Buffer {
    const content = this.#last?.store === store ? this.#last.content : this.#contentOf(store);
    if (!content || content.length < to)
      throw new DamagedPack(`${store}: Unexpected content, expected a list of repairs`);
    return content.subarray(from, to);
  }

  #contentOf(store: string): Buffer | null {
    const content = this.#held.get(store) ?? readCheckedBytes(store, this.#key);
    if (!content) return null;
    // The one asked for last is thrown out last.
    this.#held.delete(store);
    this.#held.set(store, content);
    for (const [oldest] of this.#held) if (this.#held.size > HELD) this.#held.delete(oldest);
    this.#last = { store, content };
    return content;
  }

  /** @throws {DamagedPack} */
  repairs(text: RepairText): Repair[] {
    return (JSON.parse(this.line(text).toString()) as { repairs: Repair[] }).repairs;
  }
}
