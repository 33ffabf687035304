import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { SiteTree } from '../files/site-tree.ts';
import { hashOf, keyOf } from '../hash.ts';
import { batches } from '../workers/pool.ts';
import type { Page } from './item.ts';

/** One of several equal parts of a site's pages. */
export interface Share {
  /** From 1. */
  number: number;
  of: number;
}

/** Name of the file in a shard's folder that tells which part of which site it is. */
export const SHARD_FILE = '.shard.json';

const shardSchema = z.object({
  version: z.literal(1),
  number: z.int().positive(),
  of: z.int().positive(),
  /** Key of all pages, of which the shard holds a part. */
  plan: z.string(),
});

/** Files that are copied at once. */
const AT_ONCE = 32;

/**
 * Reads `i/n`, as in `--shard 2/4`.
 * @throws {UserError} where it is anything else
 */
export function parseShare(written: string): Share {
  const [, first = '', second = ''] = /^(\d+)\/(\d+)$/.exec(written) ?? [];
  const share = { number: Number(first), of: Number(second) };
  if (!(share.number >= 1 && share.number <= share.of))
    throw new UserError(`Unexpected --shard ${written}, expected i/n with i from 1 to n, such as 2/4`);
  return share;
}

/**
 * True for the files of a share. A page and its twin lie together, and no other page's coming or going moves them.
 * @param file relative to the site's root
 */
export const inShare = (file: string, { number, of }: Share): boolean =>
  crc32(file.replace(/\.\w+$/, '')) % of === number - 1;

/** Key of all pages that need no search index, which only the merge makes: tells whether two runs, on whatever machines, are about to make the same site. */
export const planKey = (pages: readonly Page[]): string =>
  keyOf(JSON.stringify(pages.map(({ name, key }) => [name, key])));

/** The file by which `openShards` knows a shard. */
export const shardText = (share: Share, plan: string): string =>
  `${JSON.stringify({ version: 1, ...share, plan } satisfies z.infer<typeof shardSchema>)}\n`;

/** The finished pages of a whole site, in the folders of its shards. */
export interface Shards {
  /** Folders, by number. */
  dirs: string[];
  /** Key of all pages that they were planned with. */
  plan: string;
}

/**
 * Looks into the folders of shards, before any work is done for them.
 * @param dirs in any order
 * @throws {UserError} where one is no shard, is missing, stands there twice, or was rendered from something else than the others
 */
export function openShards(dirs: readonly string[]): Shards {
  const found = dirs.map((dir) => ({ dir, ...readShard(dir) }));
  const [first] = found;
  if (!first) throw new UserError('Unexpected merge of nothing, expected the folders of all shards');
  const byNumber = new Map<number, string>();
  for (const { dir, number, of, plan } of found) {
    if (of !== first.of)
      throw new UserError(
        `${dir}: Unexpected shard ${number}/${of}, expected one of ${first.of} like ${first.dir}`,
      );
    if (plan !== first.plan) throw strange(dir, first.dir);
    const other = byNumber.get(number);
    if (other) throw new UserError(`${dir}: Unexpected shard ${number}/${of}, which ${other} is already`);
    byNumber.set(number, dir);
  }
  const numbers = Array.from({ length: first.of }, (_, at) => at + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length)
    throw new UserError(
      `Unexpected ${dirs.length} of ${first.of} shards, expected also ${missing.join(', ')}`,
    );
  return { dirs: numbers.map((number) => byNumber.get(number) ?? ''), plan: first.plan };
}

function readShard(dir: string): z.infer<typeof shardSchema> {
  try {
    return shardSchema.parse(JSON.parse(readFileSync(path.join(dir, SHARD_FILE), 'utf8')));
  } catch (cause) {
    throw new UserError(`${dir}: is no shard; make one with npm run build -- --shard i/n --out ${dir}`, {
      cause,
    });
  }
}

const strange = (dir: string, other: string): UserError =>
  new UserError(
    `${dir}: was rendered from other articles, settings or code than ${other}; build the shards again from the same ones`,
  );

/**
 * Copies rendered pages and their twins out of the shards instead of rendering them.
 * @param plan all pages of the site that they are wanted for
 * @param onProgress called with the number of pages just copied
 * @throws {UserError} where the shards were rendered by another plan, or a page is missing
 */
export async function takePages(
  shards: Shards,
  plan: readonly Page[],
  taken: readonly Page[],
  tree: SiteTree,
  onProgress: (pages: number) => void,
): Promise<void> {
  if (shards.plan !== planKey(plan)) throw strange(shards.dirs.join(', '), 'what is to be merged now');
  const copy = async (file: string): Promise<void> => {
    const dir = shards.dirs.find((_, at) => inShare(file, { number: at + 1, of: shards.dirs.length })) ?? '';
    const target = path.join(tree.staging, file);
    try {
      const bytes = await readFile(path.join(dir, file));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, bytes);
      tree.add([[file, { hash: hashOf(bytes), size: bytes.length }]]);
    } catch (cause) {
      throw new UserError(
        `${dir}: ${file} cannot be copied (${(cause as Error).message}); build this shard again`,
        { cause },
      );
    }
  };
  for (const batch of batches(taken, AT_ONCE)) {
    // All of them, whatever happens to one: the folder is removed when this has thrown.
    const copies = await Promise.allSettled(batch.flatMap(({ files }) => files).map(copy));
    for (const outcome of copies) if (outcome.status === 'rejected') throw outcome.reason;
    onProgress(batch.length);
  }
}
