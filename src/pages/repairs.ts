import { paths } from '../archive/paths.ts';
import * as strings from '../locales/zh-Hans.ts';
import { grouped } from './format.ts';
import { type PageKind, row, view } from './page.ts';

/** The ledger of repairs: each rule with what it does, how often it was needed, and examples that lead to their articles. */
export const repairsPage: PageKind = {
  name: 'repairs',
  *views(archive, facts) {
    const named = new Set(facts.repairs.flatMap(({ examples }) => examples.map(({ file }) => file)));
    const byFile = new Map(
      archive.entries.filter(({ file }) => named.has(file)).map((entry) => [entry.file, entry]),
    );
    yield view(paths.repairs, 'repairs.njk', {
      title: strings.repairs.title,
      description: strings.repairs.note,
      nav: 'about',
      rules: facts.repairs.map(({ rule, summary, count, examples }) => ({
        rule,
        summary,
        count: grouped(count),
        examples: examples.map(({ file, repair }) => {
          const entry = byFile.get(file);
          return { file, article: entry ? row(entry) : null, ...repair };
        }),
      })),
    });
  },
};
