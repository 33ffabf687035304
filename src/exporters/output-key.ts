import { keyOf } from '../hash.ts';
import type { Entry } from '../types.ts';

/** Key of an output made from JSON-able values and of articles (their source bytes, file, place and topics). */
export const outputKey = (values: unknown, entries: Iterable<Entry> = []): string =>
  keyOf(JSON.stringify(values), Array.from(entries, ({ key }) => key).join(''));
