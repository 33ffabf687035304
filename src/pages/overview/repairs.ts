import { paths } from '../../archive/paths.ts';
import { rankChart } from '../../charts/rank-chart.ts';
import { sentenceOf } from '../repairs.ts';
import { section } from './section.ts';

/** Kinds that are shown. */
const KINDS = 8;

/** What was mended, by kind, the most frequent first. */
export const repairs = section(
  (_, facts) => facts.repairs.map(({ rule, count }) => ({ rule, count })),
  (rules, t) =>
    rules.length === 0
      ? null
      : {
          heading: t.overview.repairs,
          answers: t.overview.answers.repairs,
          chart: rankChart({
            columns: [t.about.rule, t.about.times],
            rows: rules.slice(0, KINDS).map(({ rule, count }) => ({
              name: sentenceOf(t.repairRules, rule),
              value: count,
              href: `${paths.repairs}#${rule}`,
            })),
            format: t.repairs.times,
          }),
          legend: [],
          note: rules.length > KINDS ? t.overview.moreKinds(rules.length - KINDS) : '',
          more: { name: t.repairs.title, href: paths.repairs },
        },
);
