import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EleventyConfig } from '@11ty/eleventy';
import nunjucks from 'nunjucks';
import { markup } from '../charts/markup.ts';
import type { ChartNode } from '../charts/node.ts';
import { UserError } from '../errors.ts';
import { keyOf } from '../hash.ts';
import { phrasesOf } from '../text/phrases.ts';
import { layoutKeys } from '../version.ts';

const LAYOUTS = fileURLToPath(new URL('../../layouts', import.meta.url));

/** Everything a layout reads: its page, the site, the interface's words. */
type LayoutData = Record<'v' | 'site' | 't', unknown>;

/** Renders one page. */
export type RenderLayout = (data: LayoutData) => Promise<string>;

/**
 * Has Eleventy render layouts with this Nunjucks instead of its own, which copies all data for each page and reads most of it through proxies:
 * that takes several times as long as rendering.
 */
export function useLayouts(config: EleventyConfig): void {
  let compile = currentCompiler();
  config.on('eleventy.before', () => {
    compile = currentCompiler();
  });
  config.addExtension('njk', { compile: (source, file) => compile(source, file) });
}

/** Compiled layouts of this process: compiling them takes longer than rendering the few pages of an edit. */
let current: { key: string; compile: ReturnType<typeof layoutCompiler> } | null = null;

/** The compiler that has compiled what the layouts are now, from run to run of Eleventy. */
function currentCompiler(): ReturnType<typeof layoutCompiler> {
  const key = keyOf(...[...layoutKeys()].flat());
  if (current?.key !== key) current = { key, compile: layoutCompiler() };
  return current.compile;
}

/**
 * Makes layouts of their sources. Those they extend and include are read once.
 * A value or list that is not there is a mistake, except where a layout asks for it (`if`, `or`).
 * @returns throws, and its result rejects with, a {@link UserError} that names the layout, line and column of a mistake
 */
export function layoutCompiler(): (source: string, file: string) => RenderLayout {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(LAYOUTS), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
    throwOnUndefined: true,
  });
  // Its own makes an empty text of what is not there.
  environment.addFilter('safe', (value) => nunjucks.runtime.markSafe(value));
  environment.addFilter('phrases', phraseMarkup());
  environment.addFilter('chart', (chart: ChartNode, root: string) =>
    nunjucks.runtime.markSafe(markup(chart, root)),
  );
  environment.addExtension('loops', { tags: [], preprocess: checkedLoops });
  environment.addGlobal('checkedList', checkedList);
  const known = new Map<string, InstanceType<typeof nunjucks.Template>>();
  return (source, file) => {
    const key = `${path.resolve(file)}\n${source}`;
    const layout = known.get(key) ?? new nunjucks.Template(source, environment, path.resolve(file), false);
    known.set(key, layout);
    return ({ v, site, t }) =>
      new Promise((resolve, reject) => {
        // Where it is given a frame, Nunjucks calls back at once instead of in a later turn.
        layout.render({ v, site, t }, new nunjucks.runtime.Frame(), (error, html) =>
          error ? reject(mistakeOf(error)) : resolve(html ?? ''),
        );
      });
  };
}

/** Most titles whose markup is kept: one stands on half a dozen pages. */
const KEPT_TITLES = 50_000;

/** Writes a title, escaped, with a `<wbr>` wherever a line may end: the style sheet forbids it elsewhere. */
function phraseMarkup(): (title: unknown) => unknown {
  const known = new Map<unknown, unknown>();
  return (title) => {
    let markup = known.get(title);
    if (markup === undefined) {
      if (typeof title !== 'string') throw new Error('attempted to output null or undefined value');
      markup = nunjucks.runtime.markSafe(phrasesOf(title).map(nunjucks.lib.escape).join('<wbr>'));
      if (known.size >= KEPT_TITLES) known.clear();
      known.set(title, markup);
    }
    return markup;
  };
}

/** Nunjucks passes over a loop without a list: has each ask for one. */
const checkedLoops = (source: string): string =>
  source.replace(
    /(\{%-?\s*for\s[^%]+?\sin\s+)([^%]+?)(\s*-?%\})/g,
    (_, start: string, list: string, end: string) =>
      `${start}checkedList(${list}, ${JSON.stringify(list)})${end}`,
  );

/** @param name as the layout has it */
function checkedList(list: unknown, name: string): unknown {
  if (list === undefined) throw new Error(`\`${name}\` is undefined`);
  return list;
}

/** Nunjucks names the layouts that led to a mistake, each in a line of its own; the last one is where it stands. */
function mistakeOf(error: Error): UserError {
  const lines = error.message.split('\n').map((line) => line.replace('Template render error: ', '').trim());
  const place = lines.findLast((line) => line.startsWith('(')) ?? '';
  const [, file = '', ...numbers] = /^\((.*?)\)(?: \[Line (\d+)(?:, Column (\d+))?\])?/.exec(place) ?? [];
  const reason = lines.filter((one) => one !== '' && !one.startsWith('(')).join(' ');
  // It counts from 1 where it compiles and from 0 where it renders; what is thrown there has the name of its class before it.
  const thrown = /^\w*Error: /.exec(reason)?.[0] ?? '';
  const at = numbers
    .filter((number) => number !== undefined)
    .map((number) => Number(number) + (thrown ? 1 : 0));
  const name = path.relative(path.dirname(LAYOUTS), file);
  return new UserError(
    `${[name, ...at].join(':')}: ${reason.slice(thrown.length)}; mend the layout and build again`,
  );
}
