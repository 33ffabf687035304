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

/** A whole page: what a peer's layout says at the least. */
export const page = (title: string, content: string): string =>
  `<!doctype html>\n<html lang="zh-Hans">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${content}\n</body>\n</html>\n`;
