import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Peer, page } from './peer.ts';

const PACKAGE = fileURLToPath(new URL('../../../node_modules/@11ty/eleventy/', import.meta.url));

/** Eleventy with what it brings along: markdown-it, Liquid in Markdown, its own front matter parser. */
export const eleventy: Peer = {
  name: 'Eleventy',
  prepare(contentDir, dir) {
    const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as {
      version: string;
    };
    mkdirSync(path.join(dir, 'layouts'), { recursive: true });
    writeFileSync(path.join(dir, 'layouts/post.njk'), page('{{ title }}', '{{ content | safe }}'));
    const dirs = {
      input: path.relative(dir, contentDir),
      includes: path.relative(contentDir, path.join(dir, 'layouts')),
      output: 'out',
    };
    writeFileSync(
      path.join(dir, 'eleventy.config.cjs'),
      `module.exports = () => ({ templateFormats: ['md', 'njk'], dir: ${JSON.stringify(dirs)} });\n`,
    );
    const args = [path.join(PACKAGE, 'cmd.cjs'), '--config=eleventy.config.cjs', '--quiet'];
    return { version, command: { program: process.execPath, args, cwd: dir }, outDir: path.join(dir, 'out') };
  },
};
