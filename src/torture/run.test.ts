import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { write } from './archive.ts';
import type { Kind } from './kind.ts';
import { type Options, report, torture } from './run.ts';

/** A kind of which every other try fails. @param drawn takes the numbers it drew */
function fake(drawn: number[]): Kind {
  return {
    name: 'fake things',
    async *tries({ random, dir, skip }) {
      skip('nothing to bite with');
      for (let at = 0; at < 2; at++) {
        const number = random.below(1_000);
        drawn.push(number);
        write(dir, { 'input.txt': String(number) });
        yield { input: dir, seconds: number, memory: null, faults: at ? [`${number} bites`] : [] };
      }
    },
  };
}

const optionsIn = (folder: Folder): Options => ({
  until: Number.POSITIVE_INFINITY,
  rounds: 2,
  seed: 5,
  dir: folder.dir,
  size: 'small',
  contentDir: folder.dir,
  say: () => {},
});

test('a seed determines what is tried', async () => {
  using folder = new Folder();
  const [one, other]: [number[], number[]] = [[], []];
  await torture(optionsIn(folder), [fake(one)]);
  await torture(optionsIn(folder), [fake(other)]);
  assert.deepEqual(one, other);
  assert.equal(new Set(one).size > 2, true);
});

test('the report counts tries, and names seeds and kept inputs of failures and what was left out', async () => {
  using folder = new Folder();
  const drawn: number[] = [];
  const results = await torture(optionsIn(folder), [fake(drawn)]);
  const input = folder.at('fake-things-5');
  assert.ok(existsSync(input));
  const text = report(results);
  assert.ok(text.includes(`| fake things | 4 | 2 | ${Math.max(...drawn).toFixed(1)} s |`), text);
  assert.ok(text.includes(`fake things, seed 5: ${input}\n  ${drawn[1]} bites`), text);
  assert.match(text, /^fake things: nothing to bite with$/m);
});

test('when the time is up no try begins, but each kind is tried once', async () => {
  using folder = new Folder();
  const results = await torture({ ...optionsIn(folder), until: 0 }, [fake([]), fake([])]);
  assert.deepEqual(
    results.map(({ tries, survived }) => [tries, survived]),
    [
      [1, 1],
      [1, 1],
    ],
  );
  assert.equal(existsSync(folder.at('fake-things-5')), false);
});
