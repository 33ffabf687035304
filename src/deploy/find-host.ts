import { UserError } from '../errors.ts';
import type { Host } from './host.ts';
import { hosts } from './hosts/index.ts';

/**
 * The host of a name.
 * @throws {UserError} with the names there are
 */
export function findHost(name: string): Host {
  const host = hosts.find((one) => one.name === name);
  if (host) return host;
  throw new UserError(`Unexpected host ${name}, expected one of: ${hosts.map((one) => one.name).join(', ')}`);
}
