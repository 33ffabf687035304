/** Where somebody stopped in an article. */
export interface Place {
  /** Path of its page on this host. */
  path: string;
  /** Number of the block of text at the top of the window, from 0. */
  block: number;
  /** How much was read, in percent. */
  share: number;
  title: string;
}

/** Most places kept: the latest. */
const MOST = 30;

/** Reads kept places, the latest first. What another program left there, or a path that leads elsewhere, is passed over. */
export function readPlaces(kept: string | null): Place[] {
  try {
    const all: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(all) ? all.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { path, block, share, title }: Partial<Record<keyof Place, unknown>> = value;
  const isPath = typeof path === 'string' && /^\/(?![/\\])/.test(path);
  return isPath && Number.isInteger(block) && Number.isInteger(share) && typeof title === 'string';
}

/** Places with one more, the latest first. @param isKept false where the article was read to its end: its place is forgotten */
export function addPlace(places: readonly Place[], place: Place, isKept: boolean): Place[] {
  const others = places.filter(({ path }) => path !== place.path);
  return (isKept ? [place, ...others] : others).slice(0, MOST);
}
