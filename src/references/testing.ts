import { article } from '../locales/zh-Hans.ts';
import { withReferences } from './markup.ts';

/** An article's HTML as it stands in its page, where nothing it refers to is in the archive. */
export const inPage = (html: string, images: 'ask' | 'load' = 'ask'): string =>
  withReferences(html, {
    references: [],
    date: null,
    hrefOf: (path) => path,
    images,
    words: article.references,
  });
