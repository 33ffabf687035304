import { hash } from 'node:crypto';
import { addressKey } from '../archive/duplicates.ts';
import { resolveUrl } from '../article/addresses.ts';
import type { Reference } from '../types.ts';

/** A reference as resolving needs it. */
export interface Coded {
  kind: Reference['kind'];
  /** The address as it is written; null where only its key is known. */
  address: string | null;
  /** Stands for an address on another host. */
  key: string | null;
  line: number;
}

/** Characters of a key: 60 bits. */
const LENGTH = 10;

/** Key of an original's address on another host. */
export const remoteKey = (text: string): string => hash('sha256', text, 'base64url').slice(0, LENGTH);

const IS_REMOTE = /^(?:https?:)?\/\//i;

/**
 * A reference in few characters: all articles' references are held while they are resolved. A link to another host than the article's own can
 * be that of an original, which its key tells; everything else stands as it is written.
 * @param base the article's address
 */
export function codeOf({ kind, address, line }: Reference, base: string | null): string {
  if (kind === 'picture') return `p${line}:${address}`;
  const url = IS_REMOTE.test(address) ? resolveUrl(address, base) : null;
  if (url === null || (base !== null && new URL(url).host === new URL(base).host))
    return `l${line}:${address}`;
  return `l~${remoteKey(addressKey(url))}`;
}

/** Reads what `codeOf` wrote. */
export function readCode(code: string): Coded {
  const kind = code[0] === 'p' ? 'picture' : 'link';
  if (code[1] === '~') return { kind, address: null, key: code.slice(2), line: 0 };
  const at = code.indexOf(':');
  return { kind, address: code.slice(at + 1), key: null, line: Number(code.slice(1, at)) };
}
