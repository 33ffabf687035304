import { paths } from '../../archive/paths.ts';
import { rankChart } from '../../charts/rank-chart.ts';
import { ruleSentence } from '../repairs.ts';
import { section } from './section.ts';

/** What was mended, by kind. */
export const repairs = section(
  (_, facts) => facts.repairs.map(({ rule, count }) => ({ rule, count })),
  (rules, t) =>
    rules.length === 0
      ? null
      : {
          heading: t.overview.repairs,
          chart: rankChart({
            columns: [t.about.rule, t.about.times],
            rows: rules.map(({ rule, count }) => ({
              name: ruleSentence(rule, t),
              value: count,
              href: `${paths.repairs}#${rule}`,
            })),
            format: t.repairs.times,
          }),
          legend: [],
          note: '',
          more: { name: t.repairs.title, href: paths.repairs },
        },
);
