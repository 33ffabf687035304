import {
  ASK_FIRST,
  basePath,
  ENDINGS,
  EVERY_RESPONSE,
  FILE_TYPES,
  FOREVER,
  HASHED_PATHS,
  REDIRECTS,
} from '../headers.ts';
import type { Host } from '../host.ts';

/** A server of one's own with Caddy 2. */
export const caddy: Host = {
  name: 'caddy',
  limits: [],
  files: ({ origin }) => [{ place: 'project', path: 'Caddyfile', text: caddyfile(basePath(origin)) }],
};

/** @param base path of the site's root on the host, with slashes on both ends; the site lies in that folder below `root` */
export function caddyfile(base: string): string {
  const hashed = HASHED_PATHS.map((path) => base + path).join(' ');
  const types = [
    ...Object.entries(ENDINGS).map(([ending, type]) => [`*${ending}`, type]),
    ...Object.entries(FILE_TYPES).map(([file, type]) => [base + file, type]),
  ];
  return `# Written by Jiuwen. The site's files are expected in /srv${base}
# Put the site's domain in place of :8080 and Caddy fetches its certificate.
(every_response) {
	encode zstd gzip
	header {
${Object.entries(EVERY_RESPONSE)
  .map(([name, value]) => `\t\t${name} "${value}"`)
  .join('\n')}
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
${types.map(([path, type]) => `\theader ${path} Content-Type "${type}"`).join('\n')}

${Object.entries(REDIRECTS)
  .map(([from, to]) => `\tredir ${base}${from} ${encodeURI(base)}${to} permanent`)
  .join('\n')}
${base === '/' ? '' : `\tredir / ${encodeURI(base)} temporary\n`}	try_files {path} {path}.html {path}/
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
