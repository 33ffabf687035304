import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { parseXml } from '../exporters/testing/xml.ts';
import { withPackage } from './testing.ts';

/** Debian's epubcheck is a jar that needs the kernel's help to run by itself. */
const JAR = '/usr/bin/epubcheck';
const skip = existsSync(JAR) && !spawnSync('java', ['-version']).error ? false : 'epubcheck is not installed';

test('there is a book a year and one of the undated', () =>
  withPackage('epub', async (made) => {
    assert.deepEqual(
      made.map((file) => path.basename(file)),
      ['样本档案-undated.epub', '样本档案-2013.epub', '样本档案-2014.epub'],
    );
  }));

test('the media type stands first in the file, uncompressed', () =>
  withPackage('epub', async ([file = '']) => {
    const bytes = await readFile(file);
    assert.equal(bytes.toString('latin1', 30, 58), 'mimetypeapplication/epub+zip');
  }));

test('a chapter has its text without pictures from the net, dead links and incomplete ruby', () =>
  withPackage('epub', async (made) => {
    const files = unzipSync(await readFile(made[1] ?? ''));
    for (const [name, bytes] of Object.entries(files))
      if (/\.(xhtml|opf)$/.test(name)) parseXml(strFromU8(bytes));
    const body = strFromU8(files['book/1.xhtml'] ?? new Uint8Array());
    assert.match(body, /<h2 id="s1">小节<\/h2>/);
    assert.match(body, /<a href="https:\/\/a\.example\/#\/%23x">［图：图］<\/a>/);
    assert.match(body, /<a href="https:\/\/a\.example\/q\.png">［图］<\/a>［图：内］/);
    assert.match(
      body,
      /流水线<ruby>服务<rt>service<\/rt><\/ruby><a href="#s1">上<\/a><a>无<\/a><a>站内<\/a>/,
    );
    assert.doesNotMatch(body, /<img|align=|站<\/nav>/);
  }));

/** Names of all elements of a book's documents. */
async function elementsOf(file: string): Promise<Set<string>> {
  const documents = Object.entries(unzipSync(await readFile(file))).filter(([name]) =>
    /\.(xhtml|opf)$/.test(name),
  );
  return new Set(documents.flatMap(([, bytes]) => strFromU8(bytes).match(/(?<=<)[a-z][\w:]*/g) ?? []));
}

test('the book that has everything is valid', { skip }, () =>
  withPackage('epub', async ([undated = '', full = '', next = '']) => {
    // Java reads the names of files in the locale's encoding, which may know no Han characters.
    const plain = path.join(path.dirname(full), 'book.epub');
    await copyFile(full, plain);
    const { status, stdout, stderr } = spawnSync('java', ['-jar', JAR, plain], { encoding: 'utf8' });
    await rm(plain);
    assert.equal(status, 0, `${stdout}${stderr}`);
    // A check takes seconds: of the others it is enough that they have nothing this one has not.
    const checked = await elementsOf(full);
    for (const other of [undated, next])
      assert.deepEqual(
        [...(await elementsOf(other))].filter((name) => !checked.has(name)),
        [],
      );
  }),
);
