import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Random } from '../bench/random.ts';
import { listFiles } from '../files/list-files.ts';
import { article, SETTINGS, write } from './archive.ts';
import { failuresOf, jiuwen } from './jiuwen.ts';
import type { Kind, Round } from './kind.ts';

/** Pieces that hostile names are put together from. */
const PIECES = [
  'Tom',
  'tom',
  'TOM',
  'é',
  'e\u0301',
  '旧闻',
  '舊聞',
  'ﬁ',
  'ß',
  'SS',
  'İ',
  'ı',
  'K',
  '\u212a',
  '\u202e',
  '\u200d',
  '\ufeff',
  '\x01',
  '\x1b[31m',
  '\n',
  '\t',
  '\x7f',
  '\x9b',
  ' ',
  '.',
  '..',
  '...',
  '-',
  '--out',
  '~',
  '$HOME',
  '`id`',
  '"',
  "'",
  '<b>',
  '&amp;',
  '%2f',
  '%00',
  '%',
  '#',
  '?',
  ';',
  '|',
  '*',
  '\\',
  ':',
  'CON',
  'nul',
  'aux.txt',
  'index',
  'index.html',
  'page',
  'assets',
  'search',
  '404',
  '2013',
  '__proto__',
  'constructor',
  'toString',
  'node_modules',
  '🙂',
  '𠮷',
  'tom-74em92g9',
  'a'.repeat(120),
  '字'.repeat(60),
];
/** Names of another encoding, as an archive unpacked on Linux has them: «旧闻» in GBK, and bytes that are no text at all. */
const BYTES = [
  Buffer.from([0xbe, 0xc9, 0xce, 0xc5]),
  Buffer.from([0xff, 0xfe, 0x80]),
  Buffer.from([0xc3, 0x28]),
];
/** Bytes that a name may have. */
const LONGEST = 255;
/** Articles of an archive. */
const COUNTS = { small: 20, large: 100 } as const;
/** Words that stand outside of the content directory only. */
const SECRET = '外人不可见的一段话';

/** Files, folders, tags and authors with names that programs stumble over. */
export const names: Kind = {
  name: 'names',
  async *tries(round: Round) {
    // Apart from each other: what fails first would hide the rest.
    for (const own of ['text', 'bytes'] as const) {
      const dir = path.join(round.dir, own);
      const content = path.join(dir, 'content');
      write(content, { 'archive.yml': SETTINGS });
      const written = writeArticles(content, round, own === 'bytes');
      const special = own === 'text' ? await writeSpecial(content, dir, round) : { files: [], close() {} };
      try {
        const run = await jiuwen(dir, ['build', '--no-cache']);
        const faults = failuresOf(run);
        if (run.code === 0) faults.push(...siteFaults(dir, [...written, ...special.files], run.output));
        yield { input: content, seconds: run.seconds, memory: run.memory, faults };
      } finally {
        special.close();
      }
    }
  },
};

/** A file that must become a page or be told of. */
interface Written {
  /** Part of its name that survives every way of writing it. */
  name: string;
  /** Stands in its text; null where it holds none that may be shown. */
  token: string | null;
}

const hostile = (random: Random): string =>
  Array.from({ length: 1 + random.below(3) }, () => random.of(PIECES)).join('');

/** Joins a name with its end, cut to what a file system takes. */
function cut(name: string | Buffer, end: string): Buffer {
  const bytes = Buffer.from(name);
  const rest = Buffer.from(end);
  if (bytes.length + rest.length <= LONGEST) return Buffer.concat([bytes, rest]);
  const text = bytes
    .subarray(0, LONGEST - rest.length)
    .toString()
    .replace(/\ufffd$/, '');
  return Buffer.concat([Buffer.from(text), rest]);
}

function writeArticles(content: string, { random, size }: Round, isBytes: boolean): Written[] {
  const written: Written[] = [];
  for (let at = 0; at < COUNTS[size]; at++) {
    const token = `mark${at}end`;
    const text = `---\ntitle: ${JSON.stringify(hostile(random))}\nname: ${JSON.stringify(hostile(random))}\ntags: [${JSON.stringify(hostile(random))}, ${JSON.stringify(hostile(random))}]\n---\n\n一段。${token}\n`;
    const folder = random.below(3) ? [] : [isBytes ? random.of(BYTES) : hostile(random)];
    const name = `n${at}x`;
    const base = !isBytes || folder.length ? hostile(random) : random.of(BYTES);
    // Slashes part folders, dots in front hide: both are other names than those wanted here.
    const segments = [...folder.map((one) => cut(one, `d${name}`)), cut(base, `${name}.md`)].map(shown);
    const file = Buffer.concat([Buffer.from(content), ...segments.flatMap((one) => [Buffer.from('/'), one])]);
    mkdirSync(file.subarray(0, file.lastIndexOf('/')), { recursive: true });
    writeFileSync(file, text);
    written.push({ name, token });
  }
  return written;
}

const shown = (name: Buffer): Buffer => (name[0] === 0x2e ? Buffer.concat([Buffer.from('x'), name]) : name);

/** Writes what is no ordinary file: pipes, sockets, links, and what cannot be read. */
async function writeSpecial(
  content: string,
  dir: string,
  { random, skip }: Round,
): Promise<{ files: Written[]; close(): void }> {
  const files: Written[] = [];
  const add = (name: string, token: string | null = null) => {
    files.push({ name, token });
    return path.join(content, name);
  };
  if (spawnSync('mkfifo', [add('pipe.md')]).status !== 0) {
    files.pop();
    skip('no mkfifo: no pipe among the articles');
  }
  const socket = path.join(content, 's.md');
  const server = createServer();
  // A longer address is no socket's.
  if (socket.length < 100) await once(server.listen(add('s.md')), 'listening');
  else skip('the folder’s path is too long for a socket');
  write(dir, {
    'outside/secret.md': `---\ntitle: ${SECRET}\n---\n\n${SECRET}。\n`,
    'outside.md': `${SECRET}。\n`,
  });
  write(content, { 'inside.md': article(random, '里面') });
  symlinkSync('inside.md', path.join(content, 'linked.md'));
  symlinkSync('../outside.md', add('to-file.md'));
  symlinkSync('../outside', add('to-folder'));
  symlinkSync(path.join(dir, 'outside.md'), add('to-absolute.md'));
  symlinkSync('nothing.md', add('to-nothing.md'));
  symlinkSync('to-itself.md', add('to-itself.md'));
  symlinkSync('.', path.join(content, 'loop'));
  mkdirSync(path.join(content, 'folder'));
  symlinkSync('..', path.join(content, 'folder', 'up'));
  if (process.getuid?.() === 0) skip('root reads everything: no unreadable files and folders');
  else {
    write(content, { 'locked.md': '锁。\n', 'locked/in.md': '锁。\n' });
    chmodSync(add('locked.md'), 0);
    chmodSync(add('locked'), 0);
  }
  const close = () => {
    server.close();
    if (process.getuid?.() !== 0) chmodSync(path.join(content, 'locked'), 0o700);
  };
  return { files, close };
}

/** Finds what is missing, shown though it is no one's business, or cannot be copied to another system. */
function siteFaults(dir: string, written: readonly Written[], output: string): string[] {
  const site = path.join(dir, 'dist');
  const files = listFiles(site);
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(path.join(site, file), 'utf8'));
  const report = readFileSync(path.join(site, 'report.json'), 'utf8');
  const faults: string[] = [];
  for (const { name, token } of written)
    if (
      !(token && pages.some((page) => page.includes(token))) &&
      !report.includes(name) &&
      !output.includes(name)
    )
      faults.push(`${name}: neither a page nor a line`);
  for (const file of files) {
    const text = readFileSync(path.join(site, file), 'utf8');
    if (text.includes(SECRET)) faults.push(`${file}: shows a file outside of the content directory`);
    if (text.includes(dir)) faults.push(`${file}: names a path of this machine`);
    if (/[\0-\x1f\x7f\ufffd<>:"\\|?*]|[. ](?:\/|$)/.test(file))
      faults.push(`${JSON.stringify(file)}: no name on every system`);
  }

  const seen = new Map<string, string>();
  for (const file of files) {
    const folded = file.normalize('NFKC').toLowerCase();
    const twin = seen.get(folded);
    if (twin) faults.push(`${twin} and ${file} are one file on other systems`);
    seen.set(folded, file);
  }
  return faults;
}
