import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import { reasonOf } from '../errors.ts';
import type { SourceFile } from '../files/scan.ts';
import type { MediaFile } from '../types.ts';
import { endingOf, isPlainDrawing, kindOf, pictureEnding } from './kinds.ts';

/** Why a file is not published. */
export interface Refusal {
  file: string;
  reason: string;
}

/** Folder of the site that the files go to. */
export const MEDIA_FOLDER = 'media';
/** Bytes of a picture that a page may show; of any file that is published. */
const LARGEST_PICTURE = 32 << 20;
const LARGEST = 2 ** 31;
/** Bytes in which a picture says its size. */
const HEAD = 1 << 19;
const PIECE = 1 << 20;
/** Hex digits of the hash in a file's name: 112 bits, so that nobody can make two files of one name. */
const NAME = 28;
/** Milliseconds: a file changed so shortly before it was looked at may change again without its times telling. */
const RACY = 2_000;

const described = z.object({
  written: z.number(),
  files: z.record(
    z.string(),
    z.object({
      state: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      found: z.union([
        z.object({ file: z.string(), reason: z.string() }),
        z.object({
          file: z.string(),
          path: z.string(),
          hash: z.string(),
          size: z.number(),
          kind: z.enum(['picture', 'audio', 'video', 'attachment']),
          width: z.number().optional(),
          height: z.number().optional(),
        }),
      ]),
    }),
  ),
});

/** True for a file that is not published. */
export const isRefused = (found: MediaFile | Refusal): found is Refusal => 'reason' in found;

const KEY = 'described';

/**
 * Looks at files that articles refer to: what they are, how large, under which name they are published. A file that is as the last build saw it
 * is not read again. Reads piece by piece.
 * @param onFile called after each
 */
export function describeMedia(
  contentDir: string,
  files: Iterable<SourceFile>,
  cache: Cache,
  onFile: () => void,
): Map<string, MediaFile | Refusal> {
  const known = knownFiles(cache);
  const found = new Map<string, MediaFile | Refusal>();
  const record: z.infer<typeof described> = { written: Date.now(), files: Object.create(null) };
  for (const source of files) {
    const { file, size, mtime, ctime, inode } = source;
    const state: [number, number, number, number] = [size, mtime, ctime, inode];
    const before = known?.files[file];
    const isSame =
      before &&
      Math.max(mtime, ctime) <= known.written - RACY &&
      before.state.every((value, at) => value === state[at]);
    const now = isSame ? before.found : describe(contentDir, source);
    found.set(file, now);
    record.files[file] = { state, found: now };
    onFile();
  }
  cache.put(KEY, Buffer.from(JSON.stringify(record)));
  return found;
}

function knownFiles(cache: Cache): z.infer<typeof described> | null {
  const bytes = cache.find(KEY);
  if (!bytes) return null;
  return described.safeParse(JSON.parse(bytes.toString())).data ?? null;
}

function describe(contentDir: string, { file, size }: SourceFile): MediaFile | Refusal {
  const kind = kindOf(file);
  if (kind === null)
    return { file, reason: `a file of type ${endingOf(file) || '(none)'}, which is not published` };
  if (size === 0) return { file, reason: 'an empty file' };
  if (size > LARGEST) return { file, reason: `${Math.round(size / 1e6)} MB` };
  try {
    const { hash, head } = hashFile(path.join(contentDir, file), kind === 'picture' ? HEAD : 0);
    const made = (ending: string): MediaFile => ({
      file,
      path: `${MEDIA_FOLDER}/${hash.slice(0, NAME)}.${ending}`,
      hash,
      size,
      kind,
    });
    if (kind !== 'picture') return made(endingOf(file));
    if (size > LARGEST_PICTURE) return { file, reason: `a picture of ${Math.round(size / 1e6)} MB` };
    const ending = pictureEnding(head);
    if (ending === null) return { file, reason: 'no picture, whatever its name says' };
    if (ending === 'svg' && (size > HEAD || !isPlainDrawing(head)))
      return { file, reason: 'an SVG that may run scripts or is larger than 512 KB' };
    return { ...made(ending), ...sizeOf(head) };
  } catch (cause) {
    return { file, reason: reasonOf(cause) };
  }
}

/** Pixels of a picture as it is shown; nothing where it does not tell. */
function sizeOf(head: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height, orientation } = imageSize(head);
    const isLying = orientation !== undefined && orientation >= 5;
    const [wide, high] = isLying ? [height, width] : [width, height];
    const isSize = (pixels: number): boolean => pixels >= 1 && pixels <= 100_000;
    return isSize(wide) && isSize(high) ? { width: Math.round(wide), height: Math.round(high) } : {};
  } catch {
    return {};
  }
}

function hashFile(file: string, headSize: number): { hash: string; head: Buffer } {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  let head = Buffer.alloc(0);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      const bytes = piece.subarray(0, read);
      hash.update(bytes);
      if (head.length < headSize) head = Buffer.concat([head, bytes]).subarray(0, headSize);
    }
  } finally {
    closeSync(handle);
  }
  return { hash: hash.digest('hex'), head };
}
