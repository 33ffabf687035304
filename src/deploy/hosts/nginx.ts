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

/** A server of one's own with nginx 1.18 or newer. */
export const nginx = ownServer('nginx', 'nginx.conf', nginxConf);

/**
 * A whole nginx configuration that needs no root rights. Where nginx already runs, take over the `map` and the `server`.
 * The site lies in the folder `base` below `root`.
 */
export function nginxConf(base: string, old: readonly Redirect[] = []): string {
  return `# Written by Jiuwen. The site's files are expected in ${rootOf(base)}
worker_processes auto;
pid /tmp/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }

http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path /tmp/nginx-body;
  proxy_temp_path /tmp/nginx-proxy;
  fastcgi_temp_path /tmp/nginx-fastcgi;
  uwsgi_temp_path /tmp/nginx-uwsgi;
  scgi_temp_path /tmp/nginx-scgi;
  sendfile on;
  tcp_nopush on;
  etag on;
  charset utf-8;
  charset_types ${CHARSET_TYPES.join(' ')};

  gzip on;
  gzip_static on;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types ${[...CHARSET_TYPES, 'application/manifest+json', 'image/svg+xml'].join(' ')};

  map $uri $jiuwen_cache {
    default "${ASK_FIRST}";
${HASHED_PATHS.map((path) => `    ~^${pattern(base + path.slice(0, -1))} "${FOREVER}";`).join('\n')}
  }

  server {
    listen 8080;
    root ${ROOT};
    index index.html;
    # Redirects stay right behind a proxy with another port.
    absolute_redirect off;
    server_tokens off;
    add_header Cache-Control $jiuwen_cache always;
${linesOf(EVERY_RESPONSE, (name, value) => `    add_header ${name} "${value}" always;`)}

    error_page 404 ${base}404.html;
    location / { try_files $uri $uri.html $uri/ =404; }
${linesOf(ENDINGS, (ending, type) => `    location ~ ${pattern(ending)}$ { types {} default_type ${bare(type)}; }`)}
${linesOf(FILE_TYPES, (file, type) => `    location = ${base}${file} { types {} default_type ${bare(type)}; }`)}
${linesOf(REDIRECTS, (from, to) => `    location = ${base}${from} { return 301 ${encodeURI(base)}${to}; }`)}
${old.map(({ from, to }) => `    location = "${from}" { return 301 ${encodeURI(base + to)}; }\n`).join('')}${base === '/' ? '' : `    location = / { return 302 ${encodeURI(base)}; }\n`}  }
}
`;
}

/** A type without its parameters: nginx compresses only types that stand in its list as they are, and adds the charset by itself. */
const bare = (type: string): string => type.replace(/;.*/, '');

/** Types of text, besides HTML, that get a charset and are compressed. */
const CHARSET_TYPES = [
  ...new Set([
    ...['text/css', 'text/plain', 'text/javascript', 'text/xml'],
    ...['application/javascript', 'application/json', 'application/xml'],
    ...[...Object.values(ENDINGS), ...Object.values(FILE_TYPES)]
      .filter((type) => type.includes('charset'))
      .map(bare),
  ]),
];

/** Where the nginx images keep their files. */
const ROOT = '/usr/share/nginx/html';
/** The folder the site goes to. */
export const rootOf = (base: string): string => `${ROOT}${base}`;

const pattern = (text: string): string => text.replaceAll('.', '\\.');
