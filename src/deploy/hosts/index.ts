import { UserError } from '../../errors.ts';
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

/**
 * The host of a name.
 * @throws {UserError} with the names there are
 */
export function findHost(name: string): Host {
  const host = hosts.find((one) => one.name === name);
  if (host) return host;
  throw new UserError(`Unexpected host ${name}, expected one of: ${hosts.map((one) => one.name).join(', ')}`);
}
