import type { Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { clean } from '../clean/index.ts';
import { info, type Warning } from '../report.ts';
import type { Article, ReadOptions, Reference } from '../types.ts';
import { settleAnchors } from './anchors.ts';
import { settleContentModel } from './content-model.ts';
import { settleEvenLines } from './even-lines.ts';
import { type Content, contentOf } from './fidelity/content.ts';
import { settleFormulas } from './formulas.ts';
import { settleHeadings } from './headings.ts';
import { settleImages } from './images.ts';
import { settleLinks } from './links.ts';
import { sanitize, toHtml, toHtmlTree } from './markdown.ts';
import { hastPassages } from './passages.ts';
import { deferRemoteImages } from './remote-images.ts';
import { dropTitleHeading } from './title.ts';
import { tameHtml } from './unsafe-html.ts';
import { settleWideBlocks } from './wide-blocks.ts';

/** The body of an article, rendered. */
interface Body extends Pick<Article, 'html' | 'passages' | 'headings' | 'references' | 'repairs'> {
  warnings: Warning[];
  /** What a rule took away as a whole. */
  gone: Content[];
}

/** Everything a body's rendering depends on besides its tree. */
interface BodyContext extends Pick<ReadOptions, 'cleanOff' | 'images' | 'lineBreaks' | 'strings'> {
  title: string;
  /** True where the title was made of the body: nothing but a heading may then be taken for its repetition. */
  titleFound: boolean;
  /** The article's address, against which relative links are read. */
  url: string | null;
}

/** mdast → the article's body, in the order things must happen. */
export function renderBody(tree: Root, context: BodyContext): Body {
  const { title, titleFound, url, cleanOff, images, lineBreaks, strings } = context;
  const warnings: Warning[] = [];
  const gone: Content[] = [];
  const drop = (node: Nodes) => gone.push(contentOf(node));
  const repairs = clean(tree, {
    off: cleanOff,
    lineBreaks,
    title: titleFound ? '' : title,
    drop,
    suspect: ({ rule, line, message }) => warnings.push(info(rule, message, line)),
  });
  repairs.push(...dropTitleHeading(tree, title, drop));
  const wild = toHtmlTree(tree, strings, repairs);
  repairs.push(...tameHtml(wild, url, strings.embedded));
  settleAnchors(wild);
  const html: HtmlRoot = sanitize(wild);
  const references: Reference[] = [];
  repairs.push(...settleImages(html, url, references));
  settleContentModel(html);
  const headings = settleHeadings(html);
  repairs.push(...settleLinks(html, url, headings, strings.pictureLink, references));
  warnings.push(...settleFormulas(html));
  if (images === 'ask') deferRemoteImages(html, strings.picture);
  settleWideBlocks(html, strings);
  settleEvenLines(html);
  // Before it is written: writing changes signs in attributes, and descriptions of pictures are text.
  const passages = hastPassages(html);
  return { html: toHtml(html), passages, headings, references, repairs, warnings, gone };
}
