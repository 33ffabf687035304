import { type Construct, drawConstructs } from './constructs.ts';
import type { Random } from './random.ts';
import { heading, paragraph, sentence } from './sentences.ts';

/** Makes a construct; `reference` is a label that is defined at the article's end, `older` the number of older articles. */
type Maker = (random: Random, reference: string, older: number) => string;

const repeat = (times: number, make: (at: number) => string): string =>
  Array.from({ length: times }, (_, at) => make(at)).join('\n');

const latin = (random: Random): string => sentence('{latin}', random);

/** A line as one types it in a terminal. */
const command = (random: Random): string =>
  `${latin(random).toLowerCase()} --${latin(random).toLowerCase()}=${random.below(1000)} /srv/${random.below(100)}`;

/** Lines of a code block: half of them have one, a tenth more than ten. */
const code = (random: Random): string[] =>
  Array.from({ length: Math.min(60, Math.max(1, Math.round(random.lognormal(1.4, 1.6)))) }, () =>
    command(random),
  );

/** A list, with a line above it: two lists in a row would be one. */
const list = (random: Random, marker: (at: number) => string): string =>
  `${sentence('{role}要做的事：', random)}\n\n${repeat(1 + random.below(6), (at) => `${marker(at)} ${sentence('{verb}{noun}和{term}', random)}`)}`;

/** A page of another site, as most links lead to. */
const address = (random: Random): string => `https://example.com/${random.below(100_000)}`;

/** One of so many links leads to an older article of the archive: so many do in the articles that `constructs.ts` was counted in. */
const OWN = 20;

/** Where a link leads. @param older number of older articles */
const goal = (random: Random, older: number): string =>
  random.below(OWN) === 0 && older > 0
    ? `https://example.org/article/${10_000 + random.below(older)}`
    : address(random);

/** Blocks that stand between paragraphs. */
const BLOCKS: Partial<Record<Construct, Maker>> = {
  heading: (random) => `${random.next() < 0.72 ? '###' : '####'} ${heading(random)}`,
  image: (random) => `![${sentence('{noun}的截图', random)}](${address(random)}.png)`,
  imageReference: (random, reference) => `![${sentence('{product}的{noun}', random)}][${reference}]`,
  blockquote: (random) => `> ${paragraph(random, 1)}`,
  bulletList: (random) => list(random, () => '-'),
  orderedList: (random) => list(random, (at) => `${at + 1}.`),
  fencedCode: (random) => `\`\`\`\n${code(random).join('\n')}\n\`\`\``,
  indentedCode: (random) => `屏幕上是：\n\n    ${code(random).join('\n    ')}`,
  table: (random) =>
    `| ${sentence('{noun}', random)} | ${sentence('{term}', random)} |\n| --- | --: |\n${repeat(5, () => sentence('| {product} | {percent} |', random))}`,
  thematicBreak: () => '---',
};

/** Inline constructs, each in a sentence that goes to the end of a paragraph. */
const INLINE: Partial<Record<Construct, Maker>> = {
  link: (random, _, older) => sentence(`{company}的[{noun}手册](${goal(random, older)})写得更细。`, random),
  autolink: (random) => sentence(`原文在 <${address(random)}>，{person}译。`, random),
  linkReference: (random, reference) => sentence(`{role}们常说的[{term}][${reference}]也是如此。`, random),
  inlineCode: (random) => `运行 \`${command(random)}\` 就能看到。`,
  strong: (random) => sentence('要紧的是**{noun}**。', random),
  emphasis: (random) => sentence('也就是*{adj}的{term}*。', random),
  html: (random) => `按 <kbd>${latin(random)}</kbd> 结束。`,
};

/** Nodes of a tree that a construct makes at once, where there is more than one: opening and closing tag. */
const NODES: Partial<Record<Construct, number>> = { html: 2 };

/** A paragraph and the blocks below it. */
export interface Part {
  text: string;
  blocks: string[];
}

/**
 * Puts constructs into an article's paragraphs and between them.
 * @param older number of older articles, which links may lead to
 * @returns a part for each paragraph; what references lead to stands in the last one
 */
export function withMarkdown(random: Random, paragraphs: readonly string[], older: number): Part[] {
  const parts = paragraphs.map((text): Part => ({ text, blocks: [] }));
  const definitions: string[] = [];
  for (const [construct, times] of drawConstructs(random))
    for (let left = times; left > 0; left -= NODES[construct] ?? 1) {
      const part = random.of(parts);
      const reference = String(definitions.length + 1);
      const block = BLOCKS[construct]?.(random, reference, older);
      if (block) part.blocks.push(block);
      else part.text += INLINE[construct]?.(random, reference, older) ?? '';
      if (construct.endsWith('Reference')) definitions.push(`[${reference}]: ${address(random)}`);
    }
  if (definitions.length > 0) parts.at(-1)?.blocks.push(definitions.join('\n'));
  return parts;
}
