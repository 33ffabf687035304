import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import type { FileState } from '../files/site-tree.ts';
import { certificateSchema } from '../search/certificate.ts';

/** A target as a build remembers it. */
export interface TargetRecord {
  /** Item → key. */
  keys: ReadonlyMap<string, string>;
  /** Its files, relative to the site's root. */
  files: readonly string[];
  /** Data for others, JSON-able; the target knows of what form. */
  data: unknown;
}

const problemSchema = z.object({
  file: z.string(),
  line: z.number(),
  column: z.number(),
  severity: z.enum(['error', 'warning', 'info']),
  rule: z.string(),
  message: z.string(),
});
const countsSchema = z.array(z.object({ rule: z.string(), count: z.number() }));
const changesSchema = z.object({
  added: z.array(z.string()),
  changed: z.array(z.string()),
  removed: z.array(z.string()),
});
const summarySchema = z.object({
  articles: z.number(),
  pages: z.number(),
  repairs: countsSchema,
  problems: z.array(problemSchema),
  pagefind: z.object({ build: z.boolean(), reason: z.string() }),
  /** How the search index did when it was asked for strings of the archive; null for a share of a site, which has none. */
  certificate: certificateSchema.nullable(),
  files: z.number(),
  bytes: z.number(),
});

const headSchema = z.object({
  /** The stamp of the output directory: another build may have changed it since, with another cache or none. */
  stamp: z.string(),
  /** Key of everything the tree was made from; empty while a build is publishing, and after one that left something out of date. */
  key: z.string(),
  /** Hash of the names of all files in the output. */
  listing: z.string(),
  /** Changes that a build was about to make when it was stopped while publishing; null where none was. */
  stopped: changesSchema.nullable(),
  summary: summarySchema.nullable(),
  targets: z.record(z.string(), z.unknown()),
});

/** Changes of the output by a build, in code unit order. */
export type Changes = z.infer<typeof changesSchema>;
/** The published tree in numbers, whichever build made it. */
export type TreeSummary = z.infer<typeof summarySchema>;

/** Everything that is known of an output directory, and what it was made from. */
export interface BuildRecord extends Omit<z.infer<typeof headSchema>, 'targets'> {
  targets: ReadonlyMap<string, TargetRecord>;
  /** All files, with what is known of them. */
  files: ReadonlyMap<string, FileState>;
}

/** Raised when the form of the record changes. */
const KEY = 'build-1';

/** A record that knows of nothing. */
const NOTHING: BuildRecord = {
  stamp: '',
  key: '',
  listing: '',
  stopped: null,
  summary: null,
  targets: new Map(),
  files: new Map(),
};

/** Reads what the last build left, the long lists only where they are asked for. One that knows nothing where there is none that can be trusted. */
export function readRecord(cache: Cache, stamp: string | null): BuildRecord {
  const text = cache.find(KEY)?.toString();
  if (text === undefined) return NOTHING;
  const end = text.indexOf('\n');
  const { targets: data, ...head } = headSchema.parse(JSON.parse(text.slice(0, end)));
  if (head.stamp !== stamp) return NOTHING;
  let lists: Pick<BuildRecord, 'targets' | 'files'> | null = null;
  const read = () => {
    lists ??= readLists(text.slice(end + 1), data);
    return lists;
  };
  return {
    ...head,
    get targets() {
      return read().targets;
    },
    get files() {
      return read().files;
    },
  };
}

/** Keeps a record for the next build: a line of JSON, then a line a target, a line an item (`=name key`) and a line a file (`path size hash`), tabs between. */
export function writeRecord(cache: Cache, { targets, files, ...head }: BuildRecord): void {
  const data = Object.fromEntries([...targets].map(([name, record]) => [name, record.data]));
  const lines = [JSON.stringify({ ...head, targets: data })];
  for (const [name, record] of targets) {
    lines.push(`@${name}`);
    for (const [item, key] of record.keys) lines.push(`=${item}\t${key}`);
    for (const file of record.files) {
      const { size = '', hash = '' } = files.get(file) ?? {};
      lines.push(`${file}\t${size}\t${hash}`);
    }
  }
  cache.put(KEY, Buffer.from(`${lines.join('\n')}\n`));
}

function readLists(text: string, data: Record<string, unknown>): Pick<BuildRecord, 'targets' | 'files'> {
  const targets = new Map<string, { keys: Map<string, string>; files: string[]; data: unknown }>();
  const states = new Map<string, FileState>();
  let target = { keys: new Map<string, string>(), files: [] as string[], data: null as unknown };
  for (const line of text.split('\n')) {
    const [first = '', second = '', hash = ''] = line.split('\t');
    if (first.startsWith('@')) {
      const name = first.slice(1);
      target = { keys: new Map(), files: [], data: data[name] };
      targets.set(name, target);
    } else if (first.startsWith('=')) target.keys.set(first.slice(1), second);
    else if (first) {
      target.files.push(first);
      if (second) states.set(first, { size: Number(second), hash });
    }
  }
  return { targets, files: states };
}
