import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { info, repair, type Warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import type { Repair } from '../types.ts';
import { nameOfFile, saysSomething } from './file-facts.ts';
import { plainLine } from './plain-line.ts';

/**
 * Finds a title for an article whose front matter has none: a heading of the first level at the top, else the file's name where it says something,
 * else the first heading, else the first sentence.
 * @param untitled the title where nothing says anything
 */
export function titleFor(tree: Root, file: string, untitled: string): { title: string; warning: Warning } {
  const firstOf = (type: 'heading' | 'paragraph') =>
    tree.children.find((node) => node.type === type && plainLine(textOf(node)) !== '');
  const heading = firstOf('heading');
  const [first] = tree.children.filter(({ type }) => type !== 'html' && type !== 'definition');
  const isTop = heading?.type === 'heading' && heading.depth === 1 && heading === first;
  const name = plainLine(nameOfFile(file));
  const sentence = firstSentence(plainLine(textOf(firstOf('paragraph'))));
  const [title, source] = isTop
    ? [plainLine(textOf(heading)), 'the heading at the top']
    : saysSomething(name)
      ? [name, 'the file name']
      : heading
        ? [plainLine(textOf(heading)), 'the first heading']
        : sentence
          ? [sentence, 'the first sentence']
          : [name || untitled, 'the file name'];
  const message = `Unexpected article without title, expected \`title: …\` in its front matter; used ${source}`;
  return {
    title: clip(title, 100),
    warning: info('title', message, isTop ? heading.position?.start.line : undefined),
  };
}

/** Takes the article's own title out of its body, where a scraper left it as the first heading: the page shows it above. */
export function dropTitleHeading(tree: Root, title: string, drop: (node: Nodes) => void): Repair[] {
  const index = tree.children.findIndex((node) => node.type === 'heading');
  const node = tree.children[index];
  if (node?.type !== 'heading' || (node.depth > 1 && index > 0)) return [];
  const text = plainLine(textOf(node));
  if (bare(text) !== bare(title) || bare(text) === '') return [];
  tree.children.splice(index, 1);
  drop(node);
  return [repair('title-heading', node.position?.start.line ?? 1, text, '')];
}

function firstSentence(text: string): string {
  const sentence = /^.*?[。！？!?](?=.|$)|^.*?\.(?=\s|$)/u.exec(text)?.[0] ?? text;
  return clip(sentence.replace(/[。.]$/, ''), 60);
}

/** A title as it is compared: the same words with other spaces, quotes or dashes are the same title. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
