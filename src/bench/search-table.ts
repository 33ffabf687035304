import { grouped } from '../locales/grouped.ts';
import { megabytes } from '../pipeline/summary.ts';
import type { QueryCost, Times } from './search-browser.ts';
import type { MakingCost, SearchBench } from './search-run.ts';
import { head, quantile, row } from './statistics.ts';

const GRAM_COLUMNS = [
  'strings',
  'gram: recall',
  'precision shown',
  'of candidates',
  'KB',
  'requests',
  'ms warm',
];

/** The report in Markdown. @param setting the machine and the command */
export function searchReport(setting: string, bench: SearchBench): string {
  const { articles, characters, making, certificate, words, asked, lookups, judgement, answers } = bench;
  const kinds = Object.entries(certificate.kinds).map(([kind, result]) => {
    const other = words.get(kind);
    const own = lookups.filter((one) => one.kind === kind);
    return row([
      kind,
      grouped(result.strings),
      result.recall.toFixed(4),
      result.precision.toFixed(4),
      result.candidatePrecision.toFixed(3),
      spread(own.map(({ kilobytes }) => kilobytes)),
      spread(own.map(({ requests }) => requests)),
      spread(
        own.map(({ milliseconds }) => milliseconds),
        '',
        2,
      ),
      other ? other.recall.toFixed(3) : '',
      other ? other.precision.toFixed(3) : '',
    ]);
  });
  const cost = (name: string, of: (making: MakingCost) => string) =>
    row([name, of(making.gram), making.pagefind ? of(making.pagefind) : '']);
  const query = (name: string, value: (asked: QueryCost) => number | null, unit: string) =>
    row([
      name,
      ...[asked.gram, asked.pagefind].map((list) => {
        const values = list.flatMap((one) => value(one) ?? []);
        return spread(values, unit);
      }),
    ]);
  return [
    setting,
    '',
    `${grouped(articles)} articles, ${grouped(characters)} characters.`,
    '',
    head(['kind of string', ...GRAM_COLUMNS, 'Pagefind: recall', 'precision']),
    ...kinds,
    '',
    head(['as people type, and what is told', '']),
    row(['command lines that find their own article first', shareOf(answers.lines)]),
    row(['titles that find their own article first', shareOf(answers.titles)]),
    row([
      'totals, bars that differ from a scan',
      `${answers.wrongTotals}, ${answers.wrongBars} of ${answers.requests.length - answers.about}`,
    ]),
    row(['totals that are about', `${answers.about} of ${answers.requests.length}`]),
    row(['requests for 20 hits, pages included', quantiles(answers.requests)]),
    '',
    head(['', 'gram index', 'Pagefind']),
    cost('build time', ({ seconds }) => `${seconds.toFixed(1)} s`),
    cost('peak memory, all processes', ({ peak }) => (peak === null ? 'not measured' : megabytes(peak))),
    cost('index on disk', ({ bytes }) => megabytes(bytes)),
    cost('files', ({ files }) => grouped(files)),
    query('cold query: index', ({ indexBytes }) => indexBytes / 1000, 'KB'),
    query('cold query: index requests', ({ indexRequests }) => indexRequests, ''),
    query('cold query: code, index and texts', ({ allBytes }) => allBytes / 1000, 'KB'),
    query('cold query: all requests', ({ allRequests }) => allRequests, ''),
    ...TIMES.flatMap(([name, of]) => [
      query(`${name}: first screenful`, (asked) => of(asked)?.first ?? null, 'ms'),
      query(`${name}: all 20 and the count`, (asked) => of(asked)?.whole ?? null, 'ms'),
    ]),
    row(['nDCG@10, 40 judged queries', judged(judgement.gram?.ndcg), judged(judgement.pagefind?.ndcg)]),
    row(['MRR', judged(judgement.gram?.mrr), judged(judgement.pagefind?.mrr)]),
    row([
      'queries that find nothing of worth',
      judged(judgement.gram?.zeros, 0),
      judged(judgement.pagefind?.zeros, 0),
    ]),
  ].join('\n');
}

/** The times of the report. Pagefind is asked for ten hits, which come together. */
const TIMES: [name: string, of: (asked: QueryCost) => Times | null][] = [
  ['from Enter, cold', ({ cold }) => cold],
  ['from Enter, new query', ({ next }) => next],
  ['from Enter, one more character', ({ refined }) => refined],
  ['from Enter, same query again', ({ again }) => again],
  ['from opening an address with a query', ({ opened }) => opened],
];

/** Median and 95th percentile; nothing of nothing. */
function spread(numbers: readonly number[], unit = '', digits = 0): string {
  const [half, most] = [0.5, 0.95].map((share) => quantile(numbers, share).toFixed(digits));
  return numbers.length === 0 ? '' : `${half}, 95 %: ${most} ${unit}`.trimEnd();
}

const shareOf = ({ asked, first }: { asked: number; first: number }): string => `${first} of ${asked}`;

/** Median, 99th percentile and most. */
const quantiles = (numbers: readonly number[]): string =>
  `${quantile(numbers, 0.5)}, 99 %: ${quantile(numbers, 0.99)}, most: ${Math.max(0, ...numbers)}`;

/** A figure of the judged queries; nothing where the archive has not their articles. */
const judged = (value: number | undefined, digits = 3): string => value?.toFixed(digits) ?? '';
