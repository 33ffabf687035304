import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Peer, page, versionOf, writeBelow } from './peer.ts';

const PACKAGE = fileURLToPath(new URL('../../../node_modules/@11ty/eleventy/', import.meta.url));

/** Eleventy with what it brings along: markdown-it, Liquid in Markdown, its own front matter parser. */
export const eleventy: Peer = {
  name: 'Eleventy',
  prepare(contentDir, dir) {
    const version = versionOf(PACKAGE);
    writeBelow(dir, 'layouts/post.njk', page('{{ title }}', '{{ content | safe }}'));
    const dirs = {
      input: path.relative(dir, contentDir),
      includes: path.relative(contentDir, path.join(dir, 'layouts')),
      output: 'out',
    };
    const config = `module.exports = () => ({ templateFormats: ['md', 'njk'], dir: ${JSON.stringify(dirs)} });\n`;
    writeBelow(dir, 'eleventy.config.cjs', config);
    const args = [path.join(PACKAGE, 'cmd.cjs'), '--config=eleventy.config.cjs', '--quiet'];
    return { version, command: { program: process.execPath, args, cwd: dir }, outDir: path.join(dir, 'out') };
  },
};
