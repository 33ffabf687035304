import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** The outcome of asking for a picture: its bytes, or why there are none. */
export type Answer =
  | { bytes: Buffer }
  /** @property again true where asking once more may help; @property after seconds that the host asks to wait */
  | { reason: string; again: boolean; after?: number };

/** Bounds of one request. */
export interface Bounds {
  mostBytes: number;
  /** True where addresses of this machine and its network may be asked. */
  allowPrivate: boolean;
  /** Milliseconds without a byte. */
  patience: number;
}

const MOST_REDIRECTS = 5;
const AGENT = 'Jiuwen rescue-images (an archive that keeps the pictures of its articles)';

/** Addresses of this machine, its network, and those that lead to one host only: no article may have them asked. */
const PRIVATE = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of [
  ['::', 96],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(address, bits, 'ipv6');

/** True for an address that belongs to this machine or its network. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return PRIVATE.check(mapped, 'ipv4');
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Looks a name up for a connection, and refuses it where it leads into this machine's network: between a look and a connection no other address can slip in. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const inside = addresses.find(({ address }) => isPrivate(address));
    const [first] = addresses;
    if (inside || !first)
      return callback(new Error(`leads to the private address ${inside?.address}`), '', 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Asks for a file, and follows where the host leads; tells nobody where it was found. */
export async function request(address: string, bounds: Bounds): Promise<Answer> {
  let url = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await once(url, bounds);
    if (!('location' in answer)) return answer;
    if (!URL.canParse(answer.location, url)) return { reason: 'leads to no address', again: false };
    url = new URL(answer.location, url).href;
  }
  return { reason: 'leads on and on', again: false };
}

function once(address: string, bounds: Bounds): Promise<Answer | { location: string }> {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    return Promise.resolve({ reason: `has the scheme ${url.protocol}`, again: false });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!bounds.allowPrivate && isIP(host) && isPrivate(host))
    return Promise.resolve({ reason: 'is an address of this machine or its network', again: false });
  return new Promise((resolve) => {
    const { get } = url.protocol === 'https:' ? https : http;
    const asked = get(
      url,
      {
        headers: { 'User-Agent': AGENT, Accept: 'image/*,*/*;q=0.5' },
        timeout: bounds.patience,
        agent: false,
        ...(bounds.allowPrivate ? {} : { lookup: publicLookup }),
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode >= 300 && statusCode < 400 && headers.location) {
          response.destroy();
          return resolve({ location: headers.location });
        }
        if (statusCode !== 200) {
          response.destroy();
          const after = Number(headers['retry-after']);
          const again = statusCode === 429 || statusCode >= 500;
          return resolve({ reason: `HTTP ${statusCode}`, again, ...(after > 0 ? { after } : {}) });
        }
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          pieces.push(piece);
          if (size > bounds.mostBytes) {
            resolve({ reason: `is larger than ${Math.round(bounds.mostBytes / 1e6)} MB`, again: false });
            response.destroy();
          }
        });
        response.on('end', () => resolve({ bytes: Buffer.concat(pieces) }));
        response.on('error', ({ message }) => resolve({ reason: message, again: true }));
        response.on('aborted', () => resolve({ reason: 'broke off', again: true }));
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('sends nothing')));
    asked.on('error', ({ message }) =>
      resolve({ reason: message, again: !/private address|ENOTFOUND/.test(message) }),
    );
  });
}
