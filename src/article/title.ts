import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { repair, type Warning, warning } from '../report.ts';
import { clip } from '../text/clip.ts';
import type { Repair } from '../types.ts';
import { plainLine } from './plain-line.ts';

/**
 * Finds a title for an article whose front matter has none: the first heading, else the first sentence, else the
 * file's name.
 * @param untitled the title where the file's name says nothing either
 */
export function titleFor(tree: Root, file: string, untitled: string): { title: string; warning: Warning } {
  const firstOf = (type: 'heading' | 'paragraph') =>
    tree.children.find((node) => node.type === type && plainLine(textOf(node)) !== '');
  const heading = firstOf('heading');
  const sentence = firstSentence(plainLine(textOf(firstOf('paragraph'))));
  const [title, source] = heading
    ? [plainLine(textOf(heading)), 'the first heading']
    : sentence
      ? [sentence, 'the first sentence']
      : [nameOf(file) || untitled, 'the file name'];
  const message = `Unexpected article without title, expected \`title: …\` in its front matter; used ${source}`;
  return { title: clip(title, 100), warning: warning('title', message, heading?.position?.start.line) };
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

function nameOf(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return plainLine(name.replace(/\.(?:md|markdown|txt)$/i, ''));
}

/** A title as it is compared: the same words with other spaces, quotes or dashes are the same title. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
