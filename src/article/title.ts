import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Problem, Repair } from '../types.ts';
import { clip } from './clip.ts';
import { plainLine } from './plain-line.ts';

/**
 * Finds a title for an article whose front matter has none: the first heading, else the first sentence, else the
 * file's name.
 */
export function titleFor(tree: Root, file: string): { title: string; problem: Omit<Problem, 'file'> } {
  const heading = tree.children.find((node) => node.type === 'heading' && plainLine(textOf(node)) !== '');
  const block = tree.children.find((node) => node.type === 'paragraph' && plainLine(textOf(node)) !== '');
  const sentence = block ? firstSentence(plainLine(textOf(block))) : '';
  const [title, source] = heading
    ? [plainLine(textOf(heading)), 'the first heading']
    : sentence
      ? [sentence, 'the first sentence']
      : [nameOf(file), 'the file name'];
  return {
    title: clip(title, 100),
    problem: {
      line: heading?.position?.start.line ?? 1,
      column: 1,
      severity: 'warning',
      rule: 'title',
      message: `Unexpected article without title, expected \`title: …\` in its front matter; used ${source}`,
    },
  };
}

/** Takes the article's own title out of its body, where a scraper left it as the first heading: the page shows it above. */
export function dropTitleHeading(tree: Root, title: string): Repair[] {
  const index = tree.children.findIndex((node) => node.type === 'heading');
  const node = tree.children[index];
  if (node?.type !== 'heading' || (node.depth > 1 && index > 0)) return [];
  const text = plainLine(textOf(node));
  if (bare(text) !== bare(title) || bare(text) === '') return [];
  tree.children.splice(index, 1);
  return [{ rule: 'title-heading', line: node.position?.start.line ?? 1, before: clip(text), after: '' }];
}

function firstSentence(text: string): string {
  const sentence = /^.*?[。！？!?](?=.|$)|^.*?\.(?=\s|$)/u.exec(text)?.[0] ?? text;
  return clip(sentence.replace(/[。.]$/, ''), 60);
}

function nameOf(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return plainLine(name.replace(/\.(?:md|markdown|txt)$/i, '')) || '无题';
}

/** What is compared: the same words with other spaces, quotes or dashes are the same title. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
