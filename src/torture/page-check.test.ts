import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Folder } from '../files/testing.ts';
import { allowedIn, pageFaults } from './page-check.ts';

const page = (inside: string): string =>
  `<!doctype html><html><head><script src="../assets/a.js"></script></head><body><form action="../search.html"></form><p id="main">${inside}</p></body></html>`;

/** Faults of a page beside a site that holds only what layouts write. */
function faultsOf(inside: string): string[] {
  using folder = new Folder();
  folder.write({ 'plain/a/index.html': page('字'), 'site/x/y/index.html': page(inside) });
  return pageFaults(folder.at('site'), allowedIn(folder.at('plain')));
}

test('a page as its layout writes it has no faults, whatever its depth and text', () => {
  assert.deepEqual(faultsOf('&lt;script>alert(1)&lt;/script> <a href="https://example.org/">字</a>'), []);
});

for (const injected of [
  '<script>alert(1)</script>',
  '<script src="../assets/a.js"></script>',
  '<img src="x" onerror="alert(1)">',
  '<a href=" java&#9;script:alert(1)">字</a>',
  '<a href="data:text/html,字">字</a>',
  '<img src="data:image/svg+xml,字">',
  '<meta http-equiv="refresh" content="0">',
  '<base href="https://example.org/">',
  '<form action="https://example.org/"></form>',
  '<iframe srcdoc="字"></iframe>',
  '<svg><a xlink:href="javascript:alert(1)">字</a></svg>',
  '<p style="position: fixed">字</p>',
  '<p id="results">字</p>',
  '<body onload="alert(1)">',
])
  test(`${injected} is a fault`, () => assert.equal(faultsOf(injected).length > 0, true));

test('data that is no XML or no JSON is a fault', () => {
  using folder = new Folder();
  folder.write({ 'feed.xml': '<feed>&</feed>', 'feed.json': '{"a": "\n"}', 'fine.json': '{}' });
  const faults = pageFaults(folder.dir, { elements: new Map(), ids: new Set() });
  assert.deepEqual(
    faults.map((fault) => fault.split(':')[0]),
    ['feed.json', 'feed.xml'],
  );
});
