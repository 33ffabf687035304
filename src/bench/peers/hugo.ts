import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../files/list-files.ts';
import { type Peer, page, writeBelow } from './peer.ts';

/**
 * Hugo stops at an article whose `url` names another host, because to it `url` is the page's own address.
 * It gets copies in which the field is called `link`.
 */
function copyContent(from: string, to: string): void {
  for (const file of listFiles(from).filter((name) => name.endsWith('.md')))
    writeBelow(to, file, readFileSync(path.join(from, file), 'utf8').replace(/^url:/m, 'link:'));
}

/** Hugo with single pages only: no lists, no feeds, no taxonomies. */
export const hugo: Peer = {
  name: 'Hugo',
  prepare(contentDir, dir) {
    const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    if (status !== 0) return { absent: 'no hugo on the PATH' };
    const version = /v(\d+(?:\.\d+)+)/.exec(stdout)?.[1] ?? 'of unknown version';
    writeBelow(dir, 'layouts/_default/single.html', page('{{ .Title }}', '{{ .Content }}'));
    writeBelow(
      dir,
      'config.toml',
      [
        'baseURL = "https://example.org/"',
        'publishDir = "out"',
        'disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]',
        '',
      ].join('\n'),
    );
    copyContent(contentDir, path.join(dir, 'content'));
    const command = { program: 'hugo', args: ['--quiet', '--config', 'config.toml'], cwd: dir };
    return { version, command, outDir: path.join(dir, 'out') };
  },
};
