import { spawn } from 'node:child_process';
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import { firstCharacters } from '../text/clip.ts';
import type { PackageContext, PackageKind } from './package.ts';
import { offlineFiles } from './site-files.ts';

/** zim-tools before this version build a search index that finds next to nothing in Chinese (libzim issue 802). */
const LEAST = [3, 5] as const;
const ICON = 'zim-icon-48.png';
/** Not everything is checked: links of the articles themselves may well be broken. */
const CHECKS = '--checksum --integrity --empty --metadata --favicon --main'.split(' ');

/** `<name>.zim`: the archive for Kiwix, with full-text search, made by `zimwriterfs` and checked by `zimcheck`. */
export const zim: PackageKind = async function* (context) {
  requireVersion(await output('zimwriterfs', ['--version']));
  yield ['.zim', (file) => write(file, context)];
};

async function write(file: string, context: PackageContext): Promise<void> {
  const staging = `${file}.staging`;
  try {
    await rm(staging, { recursive: true, force: true });
    await gather(context, staging);
    using stage = context.progress.start('zim', 0);
    await output('zimwriterfs', [...writerArguments(context), staging, file]);
    await output('zimcheck', [...CHECKS, file]);
    stage.done();
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Refuses tools whose Chinese search does not work.
 * @param text what `zimwriterfs --version` prints
 * @throws {UserError}
 */
export function requireVersion(text: string): void {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? [];
  if (Number(major) * 1000 + Number(minor) >= LEAST[0] * 1000 + LEAST[1]) return;
  const [found, least] = [major ? `${major}.${minor}` : 'of an unknown version', LEAST.join('.')];
  throw new UserError(
    `zim-tools ${found}: Chinese search is broken in versions before ${least}; install ${least} or newer (https://download.openzim.org/release/zim-tools/)`,
  );
}

/** zimwriterfs takes a whole folder: what does not belong into it is left out by linking the rest. */
async function gather({ siteDir, progress }: PackageContext, staging: string): Promise<void> {
  const files = offlineFiles(siteDir);
  using stage = progress.start('stage', files.length);
  for (const file of files) {
    const target = path.join(staging, file);
    await mkdir(path.dirname(target), { recursive: true });
    // Hard links cost no space; across file systems only a copy is possible.
    await link(path.join(siteDir, file), target).catch(() => copyFile(path.join(siteDir, file), target));
    stage.tick(1);
  }
  await copyFile(fileURLToPath(new URL(ICON, import.meta.url)), path.join(staging, ICON));
  stage.done();
}

function writerArguments({ settings, name }: PackageContext): string[] {
  const { title, description, maintainer, origin } = settings;
  const fields: [string, string][] = [
    ['welcome', 'index.html'],
    ['illustration', ICON],
    ['language', 'zho'],
    // Limits of the format: https://wiki.openzim.org/wiki/Metadata
    ['title', firstCharacters(title, 30)],
    ['description', firstCharacters(description, 80) || title],
    ['creator', maintainer ?? title],
    ['publisher', 'Jiuwen'],
    ['name', name],
    ...(origin ? [['source', origin] as [string, string]] : []),
  ];
  return fields.map(([flag, value]) => `--${flag}=${value}`);
}

/**
 * Runs a tool to its end.
 * @returns what it printed
 * @throws {UserError} where it is not installed or fails, with its last words
 */
async function output(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      // The end is what tells why it failed.
      printed = (printed + text).slice(-4000);
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => {
      const message = `${program} cannot be started (${cause.message}); install zim-tools 3.5 or newer`;
      reject(new UserError(message, { cause }));
    });
    child.once('close', resolve);
  });
  if (code === 0) return printed;
  throw new UserError(`${program} failed (${code}):\n${printed.trim()}`);
}
