/** A frequent name that no topic has. */
export interface Unlisted {
  name: string;
  /** Articles that have it in title or lead, of those looked at. */
  articles: number;
}

/** Distinct strings that are counted at most. */
const COUNTED = 400_000;

/** Drops what was counted once, where too much is counted. */
export function shed(counts: Map<string, number>, most = COUNTED): void {
  if (counts.size <= most) return;
  for (const [name, count] of counts) if (count === 1) counts.delete(name);
  if (counts.size > most) for (const name of counts.keys()) if (counts.size > most / 2) counts.delete(name);
}
