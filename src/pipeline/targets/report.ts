import { z } from 'zod';
import { type Item, whole } from '../item.ts';
import { type Target, told } from '../target.ts';
import { certificate } from './certificate.ts';
import { pagefindOutcome } from './pagefind.ts';

const REPORT = 'report.json';

/** `report.json`, one line a problem and one line a file's repairs, so that tools can also read it by lines. Cheap, so made whenever anything changed. */
export const report: Target<Item, null> = {
  name: 'report',
  after: ['pages', 'index-pages', 'page-exports', 'pagefind'],
  isWanted: ({ share }) => !share,
  items: () => whole(REPORT, null, REPORT),
  async make(_stale, context, _before, slice) {
    const { reading, facts, articles, tree } = context;
    const { build, reason } = pagefindOutcome(context);
    const byRule = (list: readonly { rule: string; count: number }[]) =>
      Object.fromEntries(list.map(({ rule, count }) => [rule, count]));
    const head = {
      articles: reading.archive.entries.length,
      repairs: byRule(facts.repairs),
      problems: byRule(facts.problems),
      fidelity: Object.fromEntries(
        Object.entries(facts.fidelity).map(([kind, [held, missing]]) => [kind, { held, missing }]),
      ),
      pagefind: { built: build, reason },
      certificate: told(context, certificate)?.whole ?? null,
    };
    function* chunks(): Generator<Uint8Array | string> {
      yield `{"version":1,"summary":${JSON.stringify(head)},\n"problems":[`;
      yield* separated(reading.problems, (problem) => Buffer.from(JSON.stringify(problem)));
      yield '],\n"repairs":[';
      yield* separated(reading.repairs, ({ pack, line }) => articles.bytes(pack, line));
      yield ']}\n';
    }
    for (const _ of tree.writing(REPORT, chunks())) if (slice.isOver()) await slice.next();
    return { data: null };
  },
  data: z.null(),
};

/** Bytes of a list that are handed on together: a piece a line costs more than its bytes do. */
const TOGETHER = 1 << 18;

/** The lines of a list with what stands between them. */
function* separated<One>(items: Iterable<One>, lineOf: (item: One) => Uint8Array): Generator<Uint8Array> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let separator = Buffer.from('\n');
  for (const item of items) {
    const line = lineOf(item);
    lines.push(separator, line);
    separator = Buffer.from(',\n');
    size += line.length;
    if (size < TOGETHER) continue;
    yield Buffer.concat(lines);
    [lines, size] = [[], 0];
  }
  yield Buffer.concat(lines);
}
