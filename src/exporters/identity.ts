import { parse, v5 } from 'uuid';
import type { Settings } from '../settings.ts';
import type { Entry } from '../types.ts';

/** The name space of addresses, read once. */
const URLS = parse(v5.URL);

const urn = (name: string): string => `urn:uuid:${v5(Buffer.from(name), URLS)}`;

/**
 * The permanent id of an article in feeds: from the article alone, so that it stays when the archive moves to another host.
 * A name-based UUID (RFC 9562, section 5.5) of its original address and its path.
 */
export const articleUrn = ({ url, path }: Entry): string => urn(`${url ?? ''}\n${path}`);

/** The id of a feed: of the place it is published at, or of the archive's title where there is none. */
export const feedUrn = ({ origin, title }: Settings, path: string): string =>
  urn(`${origin ?? title}\n${path}`);
