import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles } from './list-files.ts';
import { SiteTree } from './site-tree.ts';

/** A folder for one test; gone when its block ends. */
export class Folder implements Disposable {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'jiuwen-test-'));

  /** The path of something in it. */
  at(...names: string[]): string {
    return path.join(this.dir, ...names);
  }

  /** Writes files, with the folders they need. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), content);
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A tree whose files are written straight into a directory. */
export const siteIn = (dir: string): SiteTree => new SiteTree(dir, dir, new Map(), new Set());

/** Every file below a directory with its bytes, by path, hidden ones included. */
export const treeOf = (dir: string): Map<string, Buffer> =>
  new Map(listFiles(dir).map((file) => [file, readFileSync(path.join(dir, file))]));

/** In which files two trees differ: a sentence each, none where they are byte-identical. */
export function differences(
  actual: ReadonlyMap<string, Buffer>,
  expected: ReadonlyMap<string, Buffer>,
): string[] {
  return [...new Set([...actual.keys(), ...expected.keys()])].flatMap((file) => {
    const [have, want] = [actual.get(file), expected.get(file)];
    if (!have) return `${file} is missing`;
    if (!want) return `${file} is too many`;
    if (have.equals(want)) return [];
    const at = have.findIndex((byte, index) => byte !== want[index]);
    const around = (bytes: Buffer) => bytes.subarray(Math.max(0, at - 60), at + 60).toString();
    return `${file} differs at ${at}: …${around(have)}… should be …${around(want)}…`;
  });
}
