import { articles } from './articles.ts';
import { authors, topics } from './groups.ts';
import { length } from './length.ts';
import { repairs } from './repairs.ts';
import type { Section } from './section.ts';
import { sources } from './sources.ts';

/** The sections of the overview, in their order. A new one is a file and a line here. */
export const sections: readonly Section[] = [articles, topics, authors, length, sources, repairs];
