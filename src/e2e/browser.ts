import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { UserError } from '../errors.ts';

const run = promisify(execFile);

/** A clean, quiet browser: nothing of its own goes over the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a Chromium with a fresh profile. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: FLAGS });
}

/**
 * Finds a Chromium, Chrome or Edge; installs one where there is none.
 * @returns path of the executable
 * @throws {UserError} where `CHROME_PATH` names nothing, or no browser is found and none can be installed
 */
async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new UserError(`CHROME_PATH names ${named}, where there is no file: correct it or unset it`);
  }
  const found = foundBrowser() ?? (await installByPlaywright()) ?? (await installByApt());
  if (found) return found;
  throw new UserError(
    'The browser tests need Chromium, Chrome or Edge, and none was found or could be installed: install one, or set CHROME_PATH to its executable',
  );
}

/** Path of a Chromium, Chrome or Edge that is here already, or null. */
export const foundBrowser = (): string | null =>
  process.env.CHROME_PATH ?? firstOf(usualPlaces(process.platform)) ?? playwrightOwn();

/** Where browsers usually are on a platform (`process.platform`). */
function usualPlaces(platform: NodeJS.Platform): string[] {
  switch (platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32': {
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
        (key) => process.env[key] ?? [],
      );
      const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
      return roots.flatMap((root) => files.map((file) => path.win32.join(root, file)));
    }
    default: {
      const names = 'chromium chromium-browser google-chrome-stable google-chrome microsoft-edge'.split(' ');
      const dirs = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
      return names.flatMap((name) => [...dirs, '/usr/bin', '/snap/bin'].map((dir) => path.join(dir, name)));
    }
  }
}

const firstOf = (files: string[]): string | null => files.find((file) => existsSync(file)) ?? null;

/** Playwright's own download, where it was made before. */
const playwrightOwn = (): string | null => firstOf([chromium.executablePath()]);

/** Lets Playwright download its browser; a failure (no network, no such platform) leaves the next way. */
async function installByPlaywright(): Promise<string | null> {
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');
  const done = await attempt(process.execPath, [cli, 'install', 'chromium']);
  return done ? playwrightOwn() : null;
}

/** Debian's and Ubuntu's package, when this process may install packages. */
async function installByApt(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const done =
    (await attempt('apt-get', ['update'])) && (await attempt('apt-get', ['install', '-y', 'chromium']));
  return done ? firstOf(usualPlaces('linux')) : null;
}

/** Runs a command; false where it fails, with the reason on standard error. */
async function attempt(command: string, args: string[]): Promise<boolean> {
  console.error(`No browser found; trying: ${path.basename(command)} ${args.join(' ')}`);
  try {
    await run(command, args, { timeout: 600_000, maxBuffer: 1 << 26 });
    return true;
  } catch (cause) {
    console.error((cause as Error).message.split('\n')[0]);
    return false;
  }
}
