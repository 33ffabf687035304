import { NO_RELATIONS, type Relations } from '../archive/relations.ts';
import { relationsOf } from '../related/found.ts';
import { tellsOfMatter } from '../topics/kinds.ts';
import type { Topic } from '../topics/topic.ts';
import type { Entry } from '../types.ts';
import { inWorkers, type Workforce } from '../workers/pool.ts';
import type { RelateTask } from '../workers/relate-worker.ts';
import type { Studied } from './study-articles.ts';

/** Articles up to which this process looks itself: starting another takes longer. */
const AT_HAND = 5_000;

/** What the articles' words say of one another: found beside other work, before anything is planned that shows it. */
export class Relating {
  readonly #task: RelateTask;
  #found: Relations | null;

  constructor(task: RelateTask) {
    this.#task = task;
    this.#found = task.articles.length > 0 ? null : NO_RELATIONS;
  }

  /** Finds it. */
  async find(work: Workforce): Promise<void> {
    if (this.#found) return;
    const isLarge = this.#task.articles.length > AT_HAND;
    for await (const found of inWorkers('relate', [this.#task], work, isLarge))
      this.#found = relationsOf(found);
  }

  /** What was found. */
  get relations(): Relations {
    if (!this.#found)
      throw new Error('Unexpected question about relations, expected one after they are found');
    return this.#found;
  }
}

/** What is to be looked at: nothing where nobody studied the articles. */
export function relatingOf(
  entries: readonly Entry[],
  studies: ReadonlyMap<string, Studied>,
  topics: readonly Topic[],
): Relating {
  const broad = new Set(topics.filter(({ kind }) => !tellsOfMatter(kind)).map(({ name }) => name));
  const kept = new Map<string, number>();
  const articles = entries.flatMap(({ file, path, title, author, time, topics: own }) => {
    const study = studies.get(file);
    if (!study) return [];
    const at = kept.get(study.terms) ?? kept.size;
    kept.set(study.terms, at);
    const telling = own.filter((name) => !broad.has(name));
    return [{ path, title, author, date: time?.date ?? '', topics: telling, file, at }];
  });
  return new Relating({ articles, kept: [...kept.keys()] });
}
