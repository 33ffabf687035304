import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { KINDS } from './index.ts';
import { report, torture } from './run.ts';

for (const kind of KINDS) {
  test(`a small round of ${kind.name} survives`, async (context) => {
    using folder = new Folder();
    const results = await torture(
      {
        until: Number.POSITIVE_INFINITY,
        rounds: 1,
        seed: 11,
        dir: folder.dir,
        size: 'small',
        contentDir: folder.dir,
        say: (line) => context.diagnostic(line),
      },
      [kind],
    );
    for (const reason of results.flatMap(({ skipped }) => [...skipped]))
      context.diagnostic(`left out: ${reason}`);
    assert.deepEqual(
      results.flatMap(({ failures }) => failures.flatMap(({ faults }) => faults)),
      [],
      report(results),
    );
  });
}
