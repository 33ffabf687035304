import { removal } from '../report.ts';
import { escapeHtml, link, picture, wikiAddress } from './markup.ts';
import type { Source } from './source.ts';

/** `[[页#节|别名]]` and `![[图.png|300]]`; `[[1]]`, `[[ -f x ]]` of a shell and `[[a, b], [c]]` are something else. */
const WIKI = /(!?)\[\[(?![\s!-])([^[\]|\n\ufdd2]{1,200}?)(?:\\?\|([^[\]\n\ufdd2]{0,200}))?\]\](?![\](])/dg;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?)$/i;
const SIZE = /^(\d{1,5})(?:x(\d{1,5}))?$/;
const HIGHLIGHT =
  /(?<![=!<>\w])==(?=[^\s=])([^=\n]{0,500}?[^\s=])==(?![=\w])|(?<![=!<>])==(?=\p{Script=Han})([^=\n]{0,500}?[^\s=])==(?!=)/dgu;
/** On a line of its own, over several lines; or in a line, with blank or Han around. */
const COMMENT =
  /^%%[ \t]*\n(?:(?!%%)[^\n]*\n){1,500}?%%[ \t]*$|(?<![\d%\\])%%(?!%)((?:(?!%%)[^\n]){1,1000})%%(?!%)/dgmu;

/** Turns the links, embeds, highlights and comments of Obsidian (and of other wikis) into Markdown. */
export function obsidian(source: Source): void {
  if (source.text.includes('%%'))
    source.replace(COMMENT, ({ whole, line }) => {
      if (!/\p{L}/u.test(whole) || (!whole.includes('\n') && /%%[\w-]+%%/.test(whole))) return null;
      source.notes.repairs.push(removal('hidden-text', line, whole));
      return whole.replace(/[^\n]/g, '');
    });
  if (source.text.includes('[['))
    source.replace(WIKI, ({ whole, group }) => {
      const [embed, name, label] = [group(1) !== '', group(2).trim(), group(3).replace(/\\$/, '').trim()];
      if (/^[\d,.\s]+$/.test(name) || /^(?:_?TOC_?)$/i.test(name) || /["'`$=;]|^\w+\s*,/.test(name))
        return null;
      if (!whole.includes('\\|') && /^\s*-[a-z]\s/.test(name)) return null;
      const [, width, height] = SIZE.exec(label.split('|').at(-1) ?? '') ?? [];
      const alt = width === undefined ? label : label.split('|').slice(0, -1).join('|');
      if (embed && PICTURE.test(name)) return picture(wikiAddress(name), alt, width, height);
      return link(
        alt || name.replace(/\.md$/i, '').replace(/^#/, ''),
        name.startsWith('#') ? `#${encodeURIComponent(name.slice(1))}` : wikiAddress(name),
      );
    });
  if (source.text.includes('=='))
    source.replace(HIGHLIGHT, ({ group }) => `<mark>${escapeHtml(group(1) || group(2))}</mark>`);
}
