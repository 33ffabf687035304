import { searchStudy as words } from '#locale';
import { copyText } from '../shared/copy-text.ts';
import { localDate } from '../shared/local-date.ts';
import { button, type Child, el } from './dom.ts';

/** What a citation of a search names. */
interface Cited {
  /** The query and the conditions, and the number found, as the page says them. */
  asked: string;
  found: string;
  /** What stands for the content of the index. */
  digest: string;
  /** Name of the archive. */
  archive: string;
  address: string;
  /** Day it was asked on. */
  day: Date;
}

/** The citation of a search, to copy: who asks the same of the same index finds the same. */
export function citation(cited: Cited): Child[] {
  const text = cite(cited);
  const line = el('p', { class: 'citation' }, text);
  const copy = button(
    words.copy,
    () => void copyText(text, { button: copy, element: line, copied: words.copied }),
    { class: 'word', 'aria-live': 'polite' },
  );
  return [line, copy];
}

/** `旧闻：检索「内核」，463 篇。索引 9311…，2026-11-26。https://…` */
export function cite({ asked, found, digest, archive, address, day }: Cited): string {
  return words.citation(archive, asked, found, digest, localDate(day), address);
}
