import { escapeHtml } from './markup.ts';
import type { Source } from './source.ts';

/** `{: .class #id width="300"}` of kramdown, on a line of its own or behind what it is about. */
const KRAMDOWN = /^[ \t]*\{:[^{}\n]{0,300}\}[ \t]*(?:\n|$)|\{:[^{}\n]{0,300}\}/dgm;
/** `{#id}`, `{.class}`, `{#id .class width=50%}` behind a heading, a picture or a link. */
const PANDOC =
  /(^#{1,6}[ \t][^\n]{0,300}?|[)\]])[ \t]{0,4}\{((?:[ \t]*(?:[#.][\w\u4e00-\u9fff:.-]+|[\w-]+=(?:"[^"\n]*"|[^\s{}"]+)))+)[ \t]*\}(?=[ \t]*$|[^\n]?)/dgmu;

/** Takes out the attributes that are written behind headings, pictures and blocks; an id stays as an anchor. */
export function attributes(source: Source): void {
  if (source.text.includes('{:'))
    source.replace(KRAMDOWN, ({ whole }) => anchorOf(whole) + (whole.endsWith('\n') ? '\n' : ''));
  if (/\{[ \t]*[#.\w]/.test(source.text))
    source.replace(PANDOC, ({ group }) => {
      const [before, written] = [group(1), group(2)];
      if (!before.startsWith('#') && !/^\s*[#.]|width|height/.test(written)) return null;
      return before + anchorOf(written);
    });
}

function anchorOf(written: string): string {
  const id = /(?:^|[\s:{])#([\w\u4e00-\u9fff:.-]+)/u.exec(written)?.[1];
  return id ? `<a id="${escapeHtml(id)}"></a>` : '';
}
