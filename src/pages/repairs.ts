import { paths } from '../archive/paths.ts';
import { pageKind } from './page-kind.ts';

/** The ledger of repairs: each rule with what it does, how often it was needed, and examples that lead to their articles. */
export const repairsPage = pageKind({
  name: 'repairs',
  layout: 'repairs.njk',
  *pages({ archive, facts }) {
    const files = new Set(facts.repairs.flatMap(({ examples }) => examples.map(({ file }) => file)));
    const positions = new Map(
      archive.entries.flatMap(({ file }, at) => (files.has(file) ? [[file, at] as const] : [])),
    );
    const rules = facts.repairs.map(({ rule, count, examples }) => ({
      rule,
      count,
      examples: examples.map(({ file, repair }) => ({
        file,
        repair,
        article: archive.rows([positions.get(file) ?? -1]),
      })),
    }));
    yield { path: paths.repairs, inputs: { rules } };
  },
  data: ({ rules }, t) => ({
    title: t.repairs.title,
    description: t.repairs.note,
    nav: 'about',
    rules: rules.map(({ rule, count, examples }) => ({
      rule,
      summary: sentenceOf(t.repairRules, rule),
      count,
      examples: examples.map(({ file, repair, article }) => ({
        ...repair,
        file,
        article: article.list()[0] ?? null,
      })),
    })),
  }),
});

/** The sentence on a rule, of repairs or of problems; the rule's name where nothing is written of it. */
export const sentenceOf = (sentences: Readonly<Record<string, string | undefined>>, rule: string): string =>
  sentences[rule] ?? rule;
