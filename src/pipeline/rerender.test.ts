import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { differences, Folder, treeOf } from '../files/testing.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Everything a build is made of. */
const SOURCES = [
  'src',
  'layouts',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.eleventy.js',
];
const YEARS = [2011, 2012, 2013];
const ARTICLES = YEARS.map((year) => `${year}/08/${year}.html`);

/** A warm build, then a cold one, in a process of their own: it runs the sources as they are now. */
const DRIVER = `
import { build } from './src/pipeline/build.ts';
import { silent } from './src/progress.ts';
const at = (name: string) => process.cwd() + '/' + name;
const common = { contentDir: at('content'), progress: silent, workers: 1 };
const { rendered, changes } = await build({ ...common, outDir: at('dist'), cacheDir: at('.cache') });
await build({ ...common, outDir: at('cold'), cacheDir: null });
console.log(JSON.stringify({ rendered, changes }));
`;

/** What a warm build did. */
interface Warm {
  /** Number of pages that were rendered. */
  rendered: number;
  /** Pages that came, went or differ now. */
  pages: string[];
  /** Whether articles were read again. */
  hasRead: boolean;
  /** A file of the tree, by what its name is like. */
  text(name: RegExp): string;
}

/** A copy of the project, with an archive of three articles. */
class Copy extends Folder {
  #packs: ReadonlyMap<string, number> = new Map();
  /** All pages. */
  pages: string[] = [];

  constructor() {
    super();
    for (const name of SOURCES) cpSync(path.join(PROJECT, name), this.at(name), { recursive: true });
    symlinkSync(path.join(PROJECT, 'node_modules'), this.at('node_modules'), 'junction');
    this.write({ 'drive.ts': DRIVER, 'content/archive.yml': 'search: {pagefind: off}\n' });
    for (const year of YEARS)
      this.write({
        [`content/${year}.md`]: `---\ntitle: ${year} 年的灯\nname: 林一\ntime: ${year}-08-01 08:00\n---\n\n　　值班的人抄下温度。\n`,
      });
  }

  /** Builds from the sources as they are now, warm and cold, and compares the trees byte for byte. */
  async build(): Promise<Warm> {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'drive.ts'], {
      cwd: this.dir,
    });
    const tree = treeOf(this.at('dist'));
    assert.deepEqual(differences(tree, treeOf(this.at('cold'))), []);
    this.pages = [...tree.keys()].filter((file) => file.endsWith('.html'));
    const { rendered, changes } = JSON.parse(stdout) as {
      rendered: number;
      changes: Record<string, string[]>;
    };
    const isPage = (file: string): boolean => file.endsWith('.html');
    const packs = this.#articlePacks();
    const written = [...packs].filter(([file, time]) => this.#packs.get(file) !== time);
    this.#packs = packs;
    return {
      rendered,
      pages: Object.values(changes).flat().filter(isPage).sort(),
      // Their list is written by each build.
      hasRead: written.length > 1,
      text: (name) => tree.get([...tree.keys()].find((file) => name.test(file)) ?? '')?.toString() ?? '',
    };
  }

  /** Replaces something in a source file. */
  replace(file: string, from: string, to: string): void {
    const text = readFileSync(this.at(file), 'utf8');
    assert.ok(text.includes(from), `${file} holds no ${from} any more: choose another edit`);
    this.write({ [file]: text.replace(from, () => to) });
  }

  /** Replaces something in a source file and builds. */
  edit(file: string, from: string, to: string): Promise<Warm> {
    this.replace(file, from, to);
    return this.build();
  }

  /** Files of the cache of articles, with the times they were written at. */
  #articlePacks(): Map<string, number> {
    const [corner = ''] = readdirSync(this.at('.cache'));
    const dir = this.at('.cache', corner, 'articles');
    return new Map(readdirSync(dir).map((file) => [file, statSync(path.join(dir, file)).mtimeMs]));
  }
}

/** Copies a project and builds it once, for the tests of a suite. */
function copied(): { copy: Copy } {
  const held = { copy: new Copy() };
  before(async () => {
    const { rendered, hasRead } = await held.copy.build();
    assert.deepEqual([rendered, hasRead], [held.copy.pages.length, true]);
    for (const page of ARTICLES) assert.ok(held.copy.pages.includes(page));
  });
  after(() => held.copy[Symbol.dispose]());
  return held;
}

/** All but the one that tells the sizes of all others. */
const withoutSizes = (pages: readonly string[]): string[] => pages.filter((page) => page !== 'offline.html');

describe('whatever changes in the sources, a warm build leaves the tree of a cold one', {
  concurrency: 2,
}, () => {
  describe('layouts and styles', { concurrency: 1 }, () => {
    const { copy } = copied();

    test('changed layouts render their own pages and no others', async () => {
      copy.replace('layouts/time.njk', '{% block main %}', '{% block main %}<!--edited-->');
      const { rendered, pages, hasRead, text } = await copy.edit(
        'layouts/article.njk',
        '<article>',
        '<article class="edited">',
      );
      assert.deepEqual([rendered, withoutSizes(pages)], [4, [...ARTICLES, 'time.html']]);
      assert.match(text(/^2011\/08\/2011\.html$/), /<article class="edited"/);
      assert.equal(hasRead, false);
    });

    test('a changed partial renders the pages of all layouts that take it in, directly or through another', async () => {
      const rows = await copy.edit('layouts/partials/rows.njk', '<p class="up">', '<p class="up edited">');
      assert.ok(rows.rendered > 1 && rows.rendered < copy.pages.length, `${rows.rendered} pages`);
      assert.match(rows.text(/^2011\/index\.html$/), /class="up edited"/);
      const footer = await copy.edit('layouts/partials/footer.njk', '<footer ', '<footer id="edited" ');
      assert.deepEqual([footer.rendered, footer.pages], [copy.pages.length, copy.pages]);
      assert.equal(footer.hasRead, false);
    });

    test('a changed style renders all pages, which name it, and reads no article again', async () => {
      const { rendered, pages, hasRead, text } = await copy.edit(
        'src/styles/base.css',
        '\n',
        '\n.edited{color:red}\n',
      );
      assert.match(text(/^assets\/main-.*\.css$/), /\.edited/);
      assert.deepEqual([rendered, pages], [copy.pages.length, copy.pages]);
      assert.equal(hasRead, false);
    });
  });

  describe('scripts', { concurrency: 1 }, () => {
    const { copy } = copied();

    test('a changed browser script renders all pages, which name it, and reads no article again', async () => {
      const { rendered, pages, hasRead, text } = await copy.edit(
        'src/client/boot.ts',
        '\nconst root',
        '\nconsole.debug("edited");\nconst root',
      );
      assert.match(text(/^assets\/boot-.*\.js$/), /edited/);
      assert.deepEqual([rendered, pages], [copy.pages.length, copy.pages]);
      assert.equal(hasRead, false);
    });

    for (const [what, file, from, to, place, shown] of [
      ['page kind', 'src/pages/time.ts', 'title: t.', 'title: "改过" + t.', /^time\.html$/, /<title>改过/],
      ['exporter', 'src/exporters/llms.ts', "bullet: '-'", "bullet: '*'", /^llms\.txt$/, /^\* /m],
      [
        'cleaning rule',
        'src/clean/paragraph-indent.ts',
        'text.trimStart()',
        "'改过' + text.trimStart()",
        /^2011\/08\/2011\.html$/,
        /<p>改过值班/,
      ],
      [
        'word',
        'src/locales/zh-Hans/search.ts',
        "retry: '重试'",
        "retry: '改过'",
        /^assets\/search-.*\.js$/,
        /改过/,
      ],
    ] as const)
      test(`a changed ${what} shows in what is made with it`, async () => {
        assert.doesNotMatch(textsIn(copy, place), shown);
        const { hasRead, text } = await copy.edit(file, from, to);
        assert.match(text(place), shown);
        assert.ok(hasRead, 'the program reads all again where it has changed');
      });
  });
});

/** What stands in the files of the output with such names. */
const textsIn = (copy: Copy, name: RegExp): string =>
  [...treeOf(copy.at('dist'))]
    .filter(([file]) => name.test(file))
    .map(([, bytes]) => bytes.toString())
    .join('\n');
