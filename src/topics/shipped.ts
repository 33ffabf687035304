import { readFileSync } from 'node:fs';
import { SHIPPED_KINDS } from './kinds.ts';
import type { Topic } from './topic.ts';
import { parseTopics } from './topics-file.ts';

/** The topics that come with the program, in the order of their kinds. */
export const shippedTopics = (): Topic[] =>
  SHIPPED_KINDS.flatMap(([file, kind]) =>
    parseTopics(readFileSync(new URL(`./${file}.yml`, import.meta.url), 'utf8'), `${file}.yml`).flatMap(
      ({ name, said }) => (said ? { ...said, name, kind, isShipped: true } : []),
    ),
  );
