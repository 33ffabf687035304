/** Articles that are read one after another: a list, or the part of it that is known. */
export interface Sequence {
  /** What the list is called. */
  name: string;
  /** Address of the page that lists them, and of the folder of its numbered pages. */
  list: string;
  folder: string;
  /** Articles of the list, 0 where that is not known, and how many come before the first item. */
  total: number;
  offset: number;
  /** Oldest first; addresses whole, without a fragment. */
  items: { href: string; title: string }[];
  /** Address of the page with those that follow, or empty. */
  next: string;
}

const KEY = 'jiuwen replay';

/** Keeps a sequence for this tab. @returns false where the browser keeps nothing */
export function keepSequence(sequence: Sequence): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(sequence));
    return true;
  } catch {
    return false;
  }
}

/** The sequence kept for this tab; null where there is none, or none that can be read. */
export function keptSequence(): Sequence | null {
  try {
    return sequenceOf(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return null;
  }
}

export function forgetSequence(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** Checks what was kept: another version of the site may have kept it. */
export function sequenceOf(kept: unknown): Sequence | null {
  if (!isRecord(kept)) return null;
  const { name, list, folder, total, offset, items, next } = kept;
  if (typeof name !== 'string' || typeof list !== 'string' || typeof folder !== 'string') return null;
  if (typeof next !== 'string') return null;
  if (typeof total !== 'number' || typeof offset !== 'number' || !Array.isArray(items)) return null;
  const known = items.flatMap((item: unknown) =>
    isRecord(item) && typeof item.href === 'string' && typeof item.title === 'string'
      ? [{ href: item.href, title: item.title }]
      : [],
  );
  return known.length === items.length ? { name, list, folder, total, offset, items: known, next } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Most items kept: those long read go. */
const MOST = 200;

/** A sequence with what follows it. @param next address of the page after that, or empty */
export function withMore(sequence: Sequence, items: Sequence['items'], next: string): Sequence {
  const all = [...sequence.items, ...items];
  const gone = Math.max(0, all.length - MOST);
  return { ...sequence, items: all.slice(gone), offset: sequence.offset + gone, next };
}

/** The address of an article in a sequence: its fragment says that it is read in one, and its number there. */
export const addressIn = ({ items, offset }: Sequence, at: number): string => {
  const item = items[at];
  return item ? `${item.href}#replay=${offset + at + 1}` : '';
};

/** Where in a sequence an address stands, or -1. */
export const placeIn = ({ items }: Sequence, address: string): number =>
  items.findIndex(({ href }) => href === address.replace(/#.*$/, ''));
