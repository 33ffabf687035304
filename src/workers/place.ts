import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/** Where a process was that reads some files: the number of the file, and the hash of its bytes, empty before they are known. */
export interface Place {
  number: number;
  hash: string;
}

const fileOf = (pack: string): string => `${pack}-at`;

/** Notes beside a pack which of its files is being read, because a process that dies tells nothing any more. */
export class PlaceWriter implements Disposable {
  readonly #pack: string;
  readonly #descriptor: number;

  constructor(pack: string) {
    this.#pack = pack;
    this.#descriptor = openSync(fileOf(pack), 'w');
  }

  set(number: number, hash: string): void {
    writeSync(this.#descriptor, `${String(number).padStart(8)} ${hash.padEnd(64)}`, 0);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
    rmSync(fileOf(this.#pack), { force: true });
  }
}

/** Takes the note that a dead process left beside a pack; null where it died before the first file. */
export function takePlace(pack: string): Place | null {
  try {
    const [number = '', hash = ''] = readFileSync(fileOf(pack), 'utf8').trim().split(' ');
    rmSync(fileOf(pack));
    return number === '' ? null : { number: Number(number), hash };
  } catch {
    return null;
  }
}
