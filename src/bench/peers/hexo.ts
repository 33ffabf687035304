import { cpSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type Peer, page, versionOf, writeBelow } from './peer.ts';

/** Hexo with its usual Markdown renderer and one layout, without generators of lists. */
export const hexo: Peer = {
  name: 'Hexo',
  largest: 10_000,
  prepare(contentDir, dir, hexoDir) {
    const modules = hexoDir && path.join(hexoDir, 'node_modules');
    if (!modules || !existsSync(path.join(modules, 'hexo')))
      return {
        absent:
          'not installed: npm i hexo hexo-renderer-marked hexo-renderer-ejs in a folder, and name it with --hexo DIR',
      };
    const version = versionOf(path.join(modules, 'hexo'));
    symlinkSync(modules, path.join(dir, 'node_modules'), 'dir');
    // Hexo loads the plugins that its project depends on.
    const dependencies = { hexo: version, 'hexo-renderer-marked': '*', 'hexo-renderer-ejs': '*' };
    const project = { name: 'bench', private: true, hexo: { version }, dependencies };
    writeBelow(dir, 'package.json', JSON.stringify(project));
    writeBelow(
      dir,
      '_config.yml',
      'title: bench\nurl: https://example.org\ntheme: plain\npermalink: :year/:month/:name.html\npublic_dir: out\nsyntax_highlighter: ""\n',
    );
    writeBelow(dir, 'themes/plain/layout/post.ejs', page('<%= page.title %>', '<%- page.content %>'));
    const isContent = (file: string): boolean => !file.endsWith('.yml');
    cpSync(contentDir, path.join(dir, 'source/_posts'), { recursive: true, filter: isContent });
    const args = [path.join(modules, 'hexo/bin/hexo'), 'generate', '--silent'];
    return { version, command: { program: process.execPath, args, cwd: dir }, outDir: path.join(dir, 'out') };
  },
};
