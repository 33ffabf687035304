import { type ChartNode, node, percent } from './node.ts';

/** One row. */
export interface Ranked {
  name: string;
  value: number;
  href?: string | undefined;
}

/** A ranking's parts. */
export interface RankChart {
  /** Heads of the columns: what is ranked, and what is counted. */
  columns: readonly [name: string, value: string];
  /** In the order in which they are shown. */
  rows: readonly Ranked[];
  format: (value: number) => string;
}

/** Characters of a name that has a line of its own. */
const LONG = 24;

/** Makes a ranking: a table whose rows have bars, so that it needs no twin. */
export function rankChart({ columns: [name, value], rows, format }: RankChart): ChartNode {
  const most = rows.reduce((largest, row) => Math.max(largest, row.value), 0) || 1;
  return node(
    'figure',
    { class: rows.some((row) => row.name.length > LONG) ? 'ranks long' : 'ranks' },
    node(
      'table',
      {},
      node(
        'thead',
        { class: 'visually-hidden' },
        node('tr', {}, node('th', { scope: 'col' }, name), node('th', { scope: 'col' }, value)),
      ),
      node(
        'tbody',
        {},
        ...rows.map((row) =>
          node(
            'tr',
            {},
            node('th', { scope: 'row' }, row.href ? node('a', { href: row.href }, row.name) : row.name),
            node(
              'td',
              {},
              node(
                'svg',
                { xmlns: 'http://www.w3.org/2000/svg', width: '100%', height: 8, 'aria-hidden': 'true' },
                node('rect', { width: percent(Math.max(0.5, (row.value / most) * 100)), height: 8 }),
              ),
              node('span', { class: 'n' }, format(row.value)),
            ),
          ),
        ),
      ),
    ),
  );
}
