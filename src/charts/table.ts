import { type ChartNode, node } from './node.ts';

/** Words that charts are made with. */
export interface ChartWords {
  /** What opens the table. */
  table: string;
}

/** A cell: text, or a link. */
export type Cell = string | { text: string; href: string | undefined };

/** The numbers of a chart as a table that opens. @param head names of the columns; the first cell of a row names the row */
export const tableTwin = (
  words: ChartWords,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): ChartNode =>
  node(
    'details',
    { class: 'twin' },
    node('summary', {}, words.table),
    node(
      'table',
      {},
      node('thead', {}, node('tr', {}, ...head.map((text) => node('th', { scope: 'col' }, text)))),
      node('tbody', {}, ...rows.map((row) => node('tr', {}, ...row.map(cell)))),
    ),
  );

function cell(content: Cell, at: number): ChartNode {
  const inner =
    typeof content === 'string'
      ? content
      : content.href && content.text
        ? node('a', { href: content.href }, content.text)
        : content.text;
  return at === 0 ? node('th', { scope: 'row' }, inner) : node('td', {}, inner);
}
