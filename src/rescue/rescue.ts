import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MEDIA_FOLDER } from '../media/describe.ts';
import { isPlainDrawing } from '../media/drawing.ts';
import { pictureEnding } from '../media/kinds.ts';
import { RESCUED_LIST } from '../media/rescued.ts';
import type { RemotePicture } from './remote-pictures.ts';
import { type Answer, type Bounds, request } from './request.ts';

/** How pictures are fetched. */
export interface RescueOptions extends Bounds {
  contentDir: string;
  /** Bytes that may be fetched in all. */
  budget: number;
  /** Address before which a date and an address name a copy; null to look for none. */
  wayback: string | null;
  /** Milliseconds between two requests to one host. */
  pause: number;
  /** Called after each picture. */
  onPicture: () => void;
}

/** Outcome of a rescue. */
export interface Rescued {
  fetched: number;
  bytes: number;
  /** Addresses that nothing could be had from, with the reason. */
  gone: { picture: RemotePicture; reason: string }[];
  /** Pictures that were not asked for, because the budget was used up. */
  left: number;
}

/** Hosts asked at the same time, one picture each. */
const HOSTS_AT_ONCE = 4;
const TRIES = 3;
/** The longest that a host may ask to wait, in seconds. */
const LONGEST_WAIT = 120;
/** Hex digits of a hash in a file's name. */
const NAME = 28;
/** Pictures after which the list is written: what was fetched before a kill is known the next time. */
const WRITTEN_EVERY = 10;

/**
 * Fetches pictures into the content folder (`media/<hash>.<ending>`) and lists them in `media/rescued.json`; a copy of the Wayback Machine takes the
 * place of what is gone. What the list names is not fetched again: a rescue that was stopped goes on where it was.
 */
export async function rescue(
  pictures: readonly RemotePicture[],
  known: ReadonlyMap<string, string>,
  options: RescueOptions,
): Promise<Rescued> {
  const list = new Map(known);
  const outcome: Rescued = { fetched: 0, bytes: 0, gone: [], left: 0 };
  await mkdir(path.join(options.contentDir, MEDIA_FOLDER), { recursive: true });
  const waiting = [...byHost(pictures.filter(({ address }) => !list.has(address))).values()];
  const keep = async (picture: RemotePicture, bytes: Buffer): Promise<string | null> => {
    const ending = pictureEnding(bytes);
    if (ending === null || (ending === 'svg' && !isPlainDrawing(bytes))) return 'is no picture';
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = `${MEDIA_FOLDER}/${hash.slice(0, NAME)}.${ending}`;
    await writeWhole(path.join(options.contentDir, file), bytes);
    list.set(picture.address, file);
    outcome.fetched++;
    outcome.bytes += bytes.length;
    if (outcome.fetched % WRITTEN_EVERY === 0) await writeList(options.contentDir, list);
    return null;
  };
  const one = async (picture: RemotePicture): Promise<void> => {
    let reason = '';
    for (const address of [picture.address, ...copyOf(picture, options.wayback)]) {
      const answer = await patiently(address, options);
      const refused = 'bytes' in answer ? await keep(picture, answer.bytes) : answer.reason;
      if (refused === null) return;
      reason ||= refused;
    }
    outcome.gone.push({ picture, reason });
  };
  const host = async (own: readonly RemotePicture[]): Promise<void> => {
    for (const picture of own) {
      if (outcome.bytes >= options.budget) outcome.left++;
      else {
        await one(picture);
        await wait(options.pause);
      }
      options.onPicture();
    }
  };
  const lane = async (): Promise<void> => {
    for (let own = waiting.shift(); own; own = waiting.shift()) await host(own);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, lane));
  await writeList(options.contentDir, list);
  return outcome;
}

/** Where a copy of a picture is looked for: nearest to the article's day. */
const copyOf = ({ address, date }: RemotePicture, wayback: string | null): string[] =>
  wayback === null
    ? []
    : [`${wayback.replace(/\/?$/, '/')}${date?.replaceAll('-', '') ?? '2'}im_/${address}`];

async function patiently(address: string, options: RescueOptions): Promise<Answer> {
  let answer = await request(address, options);
  for (let tried = 1; tried < TRIES && 'reason' in answer && answer.again; tried++) {
    await wait(Math.min(answer.after ?? tried * (options.pause / 100), LONGEST_WAIT) * 1000);
    answer = await request(address, options);
  }
  return answer;
}

function byHost(pictures: readonly RemotePicture[]): Map<string, RemotePicture[]> {
  const hosts = new Map<string, RemotePicture[]>();
  for (const picture of pictures) {
    const { host } = new URL(picture.address);
    const own = hosts.get(host);
    if (own) own.push(picture);
    else hosts.set(host, [picture]);
  }
  return hosts;
}

/** Whole or not at all, whenever the power goes. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const same = await readFile(file).catch(() => null);
  if (same && Buffer.compare(same, Buffer.from(content)) === 0) return;
  await writeFile(`${file}.partial`, content);
  await rename(`${file}.partial`, file);
}

const writeList = (contentDir: string, list: ReadonlyMap<string, string>): Promise<void> =>
  writeWhole(
    path.join(contentDir, RESCUED_LIST),
    `${JSON.stringify(Object.fromEntries([...list].sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`,
  );
