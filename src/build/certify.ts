import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type Certificate, certify } from '../search/certificate.ts';
import { open } from '../search/gram/search.ts';
import type { IndexDocument } from '../search/gram/types.ts';
import type { Archive, Entry } from '../types.ts';
import { codeOf, digest } from './code.ts';
import { GRAM_DIR, type GramIndex } from './gram.ts';
import type { Group } from './groups.ts';
import { PackReader } from './store.ts';

/** Characters of text up to which an archive is checked whole; of a larger one, articles with so many between them. */
const CHECKED_CHARS = 300_000;
/** Strings of each kind, and hits of each that are read again: for an archive that is checked whole, and for a sample of a large one, where each costs more. */
const EFFORT = { whole: { perKind: 40, shown: 3 }, sample: { perKind: 10, shown: 1 } };

/**
 * Certifies the index that stands in the staging folder or, where it did not change, in the output.
 * @throws {UserError} from `make`, naming the strings that were not found or wrongly shown
 */
export function certificateGroup(
  archive: Pick<Archive, 'entries'>,
  gram: Pick<GramIndex, 'report'>,
  outDir: string,
): Group {
  const root = JSON.stringify(gram.report.root);
  return {
    name: 'certificate',
    place: null,
    digest: digest(root, codeOf('src/search', 'src/build/certify.ts')),
    async make(staging) {
      const certificate = await certifyIndex(archive, [staging, outDir]);
      const { recall, precision, failures } = certificate;
      if (recall < 1 || precision < 1 || failures.length > 0)
        throw new UserError(
          `The search index is wrong (recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}) for: ${failures.join(' ')}\nBuild again with --no-cache; if that does not help, please report these strings.`,
        );
      return certificate;
    },
  };
}

/**
 * Draws strings from the articles, looks them up and compares.
 * @param dirs folders where the index may stand; the first that has a file counts
 */
export async function certifyIndex(
  archive: Pick<Archive, 'entries'>,
  dirs: readonly string[],
): Promise<Certificate> {
  const { entries } = archive;
  const numbers = sampleOf(entries);
  const whole = numbers.length === entries.length;
  using store = new PackReader();
  const documentOf = ({ path, title, author, time, topics, at }: Entry): IndexDocument => {
    return { path, title, author, date: time?.date ?? '', tags: topics, passages: store.passages(at) };
  };
  function* documents(): Generator<IndexDocument> {
    for (const number of numbers) {
      const entry = entries[number];
      if (entry) yield documentOf(entry);
    }
  }
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const read = (name: string): IndexDocument => {
    const entry = byPath.get(name);
    if (!entry) throw new Error(`${name}: no article`);
    return documentOf(entry);
  };
  const texts = new WeakMap<Uint8Array, IndexDocument>();
  const search = open({
    directory: `${GRAM_DIR}/`,
    async load(name) {
      if (!byPath.has(name)) return readFirst(dirs, name);
      const key = new Uint8Array();
      texts.set(key, read(name));
      return key;
    },
    textOf(key) {
      const text = texts.get(key);
      if (!text) throw new Error('no article');
      return text;
    },
  });
  return certify({
    documents,
    search,
    sample: { numbers, of: entries.length, read },
    ...(whole ? EFFORT.whole : EFFORT.sample),
  });
}

/**
 * Numbers of the articles to check, ascending. A sample goes by the articles' digests, so that it is as good as drawn by lot, and
 * mostly the same one when an article comes.
 */
export function sampleOf(entries: readonly Pick<Entry, 'digest' | 'chars'>[]): number[] {
  const lots = entries.map(({ digest }, number) => ({
    number,
    lot: Number.parseInt(digest.slice(0, 12), 16),
  }));
  lots.sort((a, b) => a.lot - b.lot || a.number - b.number);
  const chosen: number[] = [];
  let chars = 0;
  for (const { number } of lots) {
    chars += entries[number]?.chars ?? 0;
    if (chars > CHECKED_CHARS && chosen.length > 0) break;
    chosen.push(number);
  }
  return chosen.sort((a, b) => a - b);
}

async function readFirst(dirs: readonly string[], name: string): Promise<Uint8Array> {
  for (const dir of dirs.slice(0, -1)) {
    try {
      return await readFile(path.join(dir, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return readFile(path.join(dirs.at(-1) ?? '', name));
}
