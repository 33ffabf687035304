import { z } from 'zod';
import { twinPath } from '../archive/paths.ts';
import { UserError } from '../errors.ts';
import { MANIFEST } from '../exporters/manifest.ts';
import { hashOf } from '../hash.ts';
import type { SiteReader } from './site-reader.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const manifestSchema = z.object({
  version: z.literal(1),
  articles: z.array(
    z.object({
      path: z.string().endsWith('.html'),
      page: hash,
      source: hash.optional(),
      media: z.record(z.string(), hash).optional(),
    }),
  ),
});

/** One article's line of a manifest. */
type ManifestLine = z.infer<typeof manifestSchema>['articles'][number];

/** A file that is not what the manifest says. */
interface Difference {
  path: string;
  /** `differs`, or why it could not be read. */
  what: string;
}

/** Bytes a manifest may have (a million articles), and a page or its source: what is larger is none of ours. */
const MOST = { manifest: 500_000_000, file: 100_000_000 };

/** Files asked for at the same time: kind to the host of a mirror. */
const AT_ONCE = 8;

/**
 * Reads the manifest of a site.
 * @throws {UserError} where there is none or it is not one of ours
 */
export async function readManifest(site: SiteReader): Promise<ManifestLine[]> {
  const bytes = await site.read(MANIFEST, MOST.manifest);
  if (!(bytes instanceof Uint8Array))
    throw new UserError(`${site.where}: ${MANIFEST} ${bytes.missing}; expected a site built by Jiuwen`);
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).articles;
  } catch (cause) {
    throw new UserError(`${site.where}: ${MANIFEST} cannot be read as a manifest of version 1`, { cause });
  }
}

/** `count` of the lines, evenly spread and always the same: a live mirror need not be asked for everything. */
export function sampleOf<T>(lines: readonly T[], count: number): T[] {
  if (count >= lines.length) return [...lines];
  return Array.from({ length: count }, (_, at) => lines[Math.floor((at * lines.length) / count)]).filter(
    (line) => line !== undefined,
  );
}

/**
 * Compares page, source and pictures of every line with their SHA-256.
 * @param onProgress called with the number of articles just compared
 * @returns the differences, in the order of the manifest
 */
export async function verify(
  site: SiteReader,
  lines: readonly ManifestLine[],
  onProgress: (done: number) => void,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  // Several articles may show one picture.
  const seen = new Set<string>();
  const isNew = (path: string): boolean => !seen.has(path) && seen.add(path).has(path);
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    const some = lines.slice(start, start + AT_ONCE);
    const found = await Promise.all(
      some.flatMap(({ path, page, source, media }) => [
        difference(site, path, page),
        ...(source === undefined ? [] : [difference(site, twinPath(path), source)]),
        ...Object.entries(media ?? {})
          .filter(([file]) => isNew(file))
          .map(([file, bytes]) => difference(site, file, bytes)),
      ]),
    );
    differences.push(...found.filter((item) => item !== null));
    onProgress(some.length);
  }
  return differences;
}

async function difference(site: SiteReader, path: string, expected: string): Promise<Difference | null> {
  const bytes = await site.read(path, MOST.file);
  if (!(bytes instanceof Uint8Array)) return { path, what: bytes.missing };
  return hashOf(bytes) === expected ? null : { path, what: 'differs' };
}
