import { authorsOf } from '../text/authors.ts';
import type { Entry } from '../types.ts';

/** TeX's special characters, as BibTeX wants them in a field. Braces have names: BibTeX counts `\{` as an open one. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\{}%&$#_~^]/g, (sign) => TEX[sign] ?? sign);
/** In an address a brace would end the field, and an escape would break the link: both are percent-encoded instead. */
const texUrl = (url: string): string => url.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));

/**
 * Citations after GB/T 7714-2015 §4.6 (electronic source on line: `[EB/OL]`, publication date in round brackets) and for BibTeX (`@online` of biblatex).
 * GB/T 7714 wants the day of citing too; it stands for the reader's browser to fill in, because a build knows no clock.
 */
export function citations(entry: Pick<Entry, 'author' | 'title' | 'time' | 'url' | 'path'>) {
  const date = entry.time?.date ?? null;
  const gbt = [
    `${authorsOf(entry.author).join(', ')}. ${entry.title}[EB/OL].`,
    date && `(${date})`,
    entry.url && `${entry.url}.`,
  ];
  const key = entry.path.replace(/\.html$/, '').replace(/[^a-z0-9]+/gi, '-');
  const fields = [
    `  author = {${authorsOf(entry.author)
      .map((name) => `{${tex(name)}}`)
      .join(' and ')}}`,
    `  title = {{${tex(entry.title)}}}`,
    date && `  date = {${date}}`,
    entry.url && `  url = {${texUrl(entry.url)}}`,
    '  langid = {chinese}',
  ];
  return {
    gbt: gbt.filter(Boolean).join(' '),
    bibtex: `@online{jiuwen-${key},\n${fields.filter(Boolean).join(',\n')}\n}`,
  };
}
