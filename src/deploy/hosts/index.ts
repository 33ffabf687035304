import type { Host } from '../host.ts';
import { caddy } from './caddy.ts';
import { cloudflare } from './cloudflare.ts';
import { docker } from './docker.ts';
import { githubPages } from './github-pages.ts';
import { netlify } from './netlify.ts';
import { nginx } from './nginx.ts';
import { vercel } from './vercel.ts';

/** All hosts and servers that are known. A new one is a file and a line here. */
export const hosts: readonly Host[] = [githubPages, cloudflare, netlify, vercel, nginx, caddy, docker];
