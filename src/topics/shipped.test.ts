import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fold } from '../search/gram/fold.ts';
import { SHIPPED_KINDS } from './kinds.ts';
import { isSearched } from './roles.ts';
import { shippedTopics } from './shipped.ts';
import { namesOf } from './topic.ts';

const topics = shippedTopics();

test('every file of the list is read, and every kind has one', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.yml'));
  assert.deepEqual(SHIPPED_KINDS.map(([file]) => `${file}.yml`).sort(), files.sort());
  assert.ok(topics.length >= 400, `${topics.length} topics`);
});

test('a name belongs to one topic, once, however it is written', () => {
  const owners = new Map<string, string>();
  const doubles: string[] = [];
  for (const topic of topics)
    for (const name of namesOf(topic)) {
      const owner = owners.get(fold(name));
      // Two spellings of one name may fold to the same: C语言, C 语言.
      if (owner !== undefined && owner !== topic.name) doubles.push(`${name}: ${owner}, ${topic.name}`);
      owners.set(fold(name), topic.name);
    }
  assert.deepEqual(doubles, []);
});

test('every name is long enough to be looked for, and those that need it have context', () => {
  const short = topics.flatMap((topic) => [
    ...topic.sure.filter((name) => !isSearched(fold(name), false)),
    ...[topic.name, ...topic.aliases].filter((name) => !isSearched(fold(name), topic.context.length > 0)),
  ]);
  assert.deepEqual(short, []);
});

test('a definition is there, one short plain line without a date or a sentence’s end', () => {
  const odd = topics.filter(
    ({ definition }) => !/^[^。！？\n]{2,24}$/.test(definition) || /\d{3}|年/.test(definition),
  );
  assert.deepEqual(
    odd.map(({ name, definition }) => `${name}: ${definition}`),
    [],
  );
});

test('an exception holds a name of its topic: else it excepts nothing', () => {
  const idle = topics.flatMap((topic) =>
    topic.except
      .filter((word) => !namesOf(topic).some((name) => fold(word).includes(fold(name))))
      .map((word) => `${topic.name}: ${word}`),
  );
  assert.deepEqual(idle, []);
});
