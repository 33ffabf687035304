import {
  ASK_FIRST,
  ENDINGS,
  EVERY_RESPONSE,
  FILE_TYPES,
  FOREVER,
  HASHED_PATHS,
  REDIRECTS,
} from '../headers.ts';
import type { Redirect } from '../redirects.ts';
import { linesOf, ownServer } from './own-server.ts';

/** A server of one's own with Caddy 2. */
export const caddy = ownServer('caddy', 'Caddyfile', caddyfile);

/** Caddy's configuration; the site lies in the folder `base` below `root`. */
export function caddyfile(base: string, old: readonly Redirect[] = []): string {
  const hashed = HASHED_PATHS.map((path) => base + path).join(' ');
  return `# Written by Jiuwen. The site's files are expected in /srv${base}
# Put the site's domain in place of :8080 and Caddy fetches its certificate.
(every_response) {
	encode zstd gzip
	header {
${linesOf(EVERY_RESPONSE, (name, value) => `\t\t${name} "${value}"`)}
		-Server
	}
}

:8080 {
	root * /srv
	import every_response
	@hashed path ${hashed}
	header @hashed Cache-Control "${FOREVER}"
	@asked not path ${hashed}
	header @asked Cache-Control "${ASK_FIRST}"
${linesOf(ENDINGS, (ending, type) => `\theader *${ending} Content-Type "${type}"`)}
${linesOf(FILE_TYPES, (file, type) => `\theader ${base}${file} Content-Type "${type}"`)}

${linesOf(REDIRECTS, (from, to) => `\tredir ${base}${from} ${encodeURI(base)}${to} permanent`)}
${old.map(({ from, to }) => `\tredir "${from}" ${encodeURI(base + to)} permanent\n`).join('')}${base === '/' ? '' : `\tredir / ${encodeURI(base)} temporary\n`}	try_files {path} {path}.html {path}/
	file_server {
		precompressed br gzip
	}
	handle_errors {
		import every_response
		header Cache-Control "${ASK_FIRST}"
		rewrite * ${base}404.html
		file_server
	}
}
`;
}
