import { basePath } from '../headers.ts';
import type { Host } from '../host.ts';
import { nginxConf, rootOf } from './nginx.ts';

/** A container image: built with Node, served by nginx without root rights. */
export const docker: Host = {
  name: 'docker',
  limits: [],
  files: ({ origin }) => [
    { root: 'project', path: 'Dockerfile', text: dockerfile(basePath(origin)) },
    { root: 'project', path: '.dockerignore', text: 'node_modules\ndist\npackages\n.git\n.cache\n' },
    { root: 'project', path: 'nginx.conf', text: nginxConf(basePath(origin)) },
  ],
};

const dockerfile = (base: string): string => `# Written by Jiuwen.
# docker build -t archive . && docker run --rm --read-only --tmpfs /tmp -p 8080:8080 archive
FROM node:22-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

# Runs as user 101 and listens on 8080.
FROM nginxinc/nginx-unprivileged:stable-alpine
COPY nginx.conf /etc/nginx/nginx.conf
COPY --from=build /site/dist ${rootOf(base)}
`;
