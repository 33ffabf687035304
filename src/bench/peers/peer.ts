import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from '../measure.ts';

/** Another generator, as it comes, with a layout of a few lines. */
export interface Peer {
  name: string;
  /** Articles of the largest archive it is measured with, where more would take many gigabytes. */
  largest?: number;
  /**
   * Prepares a project.
   * @param contentDir the articles; not to be written to
   * @param dir an empty folder for everything else
   * @param hexoDir folder in which Hexo is installed, or null
   * @returns how to build it, or why it cannot be
   */
  prepare(contentDir: string, dir: string, hexoDir: string | null): Setup | { absent: string };
}

/** A project ready to be built. */
export interface Setup {
  version: string;
  command: Command;
  /** Where the pages will be. */
  outDir: string;
}

/** The version of an installed package. */
export function versionOf(dir: string): string {
  const installed = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')) as { version: string };
  return installed.version;
}

/** Writes a file below a folder, with the folders it stands in. */
export function writeBelow(dir: string, name: string, text: string): void {
  const file = path.join(dir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A whole page: what a peer's layout says at the least. */
export const page = (title: string, content: string): string =>
  `<!doctype html>\n<html lang="zh-Hans">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${content}\n</body>\n</html>\n`;
