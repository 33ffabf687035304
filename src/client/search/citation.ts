import { searchStudy as words } from '#locale';
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
  const copy = button(words.copy, () => void copyText(), { class: 'word', 'aria-live': 'polite' });
  async function copyText(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = words.copied;
    } catch {
      // Refused, or not over https: the text is selected, to be copied by hand.
      getSelection()?.selectAllChildren(line);
    }
  }
  const line = el('p', { class: 'citation' }, text);
  return [line, copy];
}

/** `旧闻：检索「内核」，463 篇。索引 9311…，2026-11-26。https://…` */
export function cite({ asked, found, digest, archive, address, day }: Cited): string {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');
  return words.citation(archive, asked, found, digest, date, address);
}
