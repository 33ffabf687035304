import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import { reasonOf, SourceGone } from '../errors.ts';
import type { SourceFile } from '../files/scan.ts';
import type { MediaFile } from '../types.ts';
import { isPlainDrawing } from './drawing.ts';
import { endingOf, isWebPage, kindOf, pictureEnding } from './kinds.ts';

/** Why a file is not published. */
export interface Refusal {
  file: string;
  reason: string;
}

/** Folder of the site that the files go to. */
export const MEDIA_FOLDER = 'media';
/** Bytes of a picture that a page may show, of a drawing (it is looked through), of any file that is published. */
const LARGEST_PICTURE = 32 << 20;
const LARGEST_DRAWING = 2 << 20;
const LARGEST = 2 ** 31;
/** Bytes in which a picture says what it is and how large. */
const HEAD = 512 << 10;
/** Bytes that are read at a time. */
const PIECE = 1 << 20;
/** Hex digits of the hash in a file's name: 112 bits, so that nobody makes two files of one name. */
const NAME = 28;
/** Pixels beyond which a size is a lie. */
const LONGEST_SIDE = 100_000;
/** Milliseconds: a file changed so shortly before it was looked at may change again without its times telling. */
const RACY = 2_000;
const KEY = 'described';

const refusalSchema = z.object({ file: z.string(), reason: z.string() });
const mediaSchema = z.object({
  file: z.string(),
  path: z.string(),
  hash: z.string(),
  size: z.number(),
  kind: z.enum(['picture', 'audio', 'video', 'attachment']),
  width: z.number().optional(),
  height: z.number().optional(),
});
const recordSchema = z.object({
  /** When it was written, in milliseconds. Only compared with files' times; no output depends on it. */
  written: z.number(),
  files: z.array(z.object({ state: z.array(z.number()), found: z.union([refusalSchema, mediaSchema]) })),
});

/** True for a file that is not published. */
export const isRefused = (found: MediaFile | Refusal): found is Refusal => 'reason' in found;

const stateOf = ({ size, mtime, ctime, inode }: SourceFile): number[] => [size, mtime, ctime, inode];

/**
 * Looks at files that articles refer to: what they are by their bytes, how large, under which name they are published. A file that is as the
 * last build saw it is not read again; others are read piece by piece.
 * @param onFile called after each
 * @throws {SourceGone} where a file went away or changed since it was found
 */
export function describeMedia(
  contentDir: string,
  files: Iterable<SourceFile>,
  cache: Cache,
  onFile: () => void = () => {},
): Map<string, MediaFile | Refusal> {
  const known = knownFiles(cache);
  const record: z.infer<typeof recordSchema> = { written: Date.now(), files: [] };
  const found = new Map<string, MediaFile | Refusal>();
  for (const source of files) {
    const state = stateOf(source);
    const before = known.get(source.file);
    const isSame =
      before &&
      Math.max(source.mtime, source.ctime) <= before.written - RACY &&
      before.state.every((value, at) => value === state[at]);
    const now = isSame ? before.found : describe(contentDir, source);
    found.set(source.file, now);
    record.files.push({ state, found: now });
    onFile();
  }
  cache.put(KEY, Buffer.from(JSON.stringify(record)));
  return found;
}

function knownFiles(cache: Cache) {
  const bytes = cache.find(KEY);
  const record = bytes && recordSchema.safeParse(JSON.parse(bytes.toString())).data;
  const written = record?.written ?? 0;
  return new Map((record?.files ?? []).map((one) => [one.found.file, { ...one, written }]));
}

function describe(contentDir: string, { file, size }: SourceFile): MediaFile | Refusal {
  const kind = kindOf(file);
  const refused = (reason: string): Refusal => ({ file, reason });
  if (kind === null) return refused(`a file of type ${endingOf(file) || '(none)'}, which is not published`);
  if (size === 0) return refused('an empty file');
  if (size > LARGEST || (kind === 'picture' && size > LARGEST_PICTURE))
    return refused(`a file of ${Math.round(size / 1e6)} MB`);
  const read = readOnce(path.join(contentDir, file), file, size);
  if ('reason' in read) return read;
  const { hash, head } = read;
  const made = (ending: string): MediaFile => ({
    file,
    path: `${MEDIA_FOLDER}/${hash.slice(0, NAME)}.${ending}`,
    hash,
    size,
    kind,
  });
  if (kind !== 'picture') {
    const isText = kind === 'attachment' && /^(?:txt|log|patch|diff)$/.test(endingOf(file));
    return isWebPage(head) && !isText ? refused('a web page, whatever its name says') : made(endingOf(file));
  }
  const ending = pictureEnding(head);
  if (ending === null)
    return refused(isWebPage(head) ? 'a web page, whatever its name says' : 'no picture by its bytes');
  if (ending === 'svg' && (size > LARGEST_DRAWING || !isPlainDrawing(head)))
    return refused('an SVG that may run or fetch something, or is too large to tell');
  return { ...made(ending), ...sizeOf(head) };
}

/** Pixels of a picture as it is shown, turned as its camera was; nothing where it does not tell. */
function sizeOf(head: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    const [wide, high] = orientation >= 5 ? [height, width] : [width, height];
    const isSide = (side: number): boolean => side >= 1 && side <= LONGEST_SIDE;
    return isSide(wide) && isSide(high) ? { width: Math.round(wide), height: Math.round(high) } : {};
  } catch {
    return {};
  }
}

/** Hash of a file, and its first bytes, of a drawing all. */
function readOnce(absolute: string, file: string, size: number): { hash: string; head: Buffer } | Refusal {
  const wanted = endingOf(file) === 'svg' ? LARGEST_DRAWING : HEAD;
  const hash = createHash('sha256');
  const piece = Buffer.alloc(Math.min(PIECE, size + 1));
  const head: Buffer[] = [];
  let [length, total] = [0, 0];
  try {
    const handle = openSync(absolute, 'r');
    try {
      for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
        const bytes = piece.subarray(0, read);
        hash.update(bytes);
        total += read;
        if (length >= wanted) continue;
        head.push(Buffer.from(bytes.subarray(0, wanted - length)));
        length += Math.min(read, wanted - length);
      }
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new SourceGone(`${file}: went away while the site was being built`, { cause });
    return { file, reason: reasonOf(cause) };
  }
  if (total !== size) throw new SourceGone(`${file}: changed while the site was being built`);
  return { hash: hash.digest('hex'), head: Buffer.concat(head) };
}
