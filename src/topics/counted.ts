/** A frequent name that no topic has. */
export interface Unlisted {
  name: string;
  /** Articles that have it in title or lead, of those looked at. */
  articles: number;
}

/** Distinct strings that are counted at most. */
const COUNTED = 400_000;

/** Drops the rarest strings where too many are counted, until half of the room is free: so this is seldom done. */
export function shed(counts: Map<string, number>): void {
  if (counts.size <= COUNTED) return;
  for (let rare = 1; counts.size > COUNTED / 2; rare *= 2)
    for (const [name, count] of counts) if (count <= rare) counts.delete(name);
}
