/** A frequent name that no topic has. */
export interface Unlisted {
  name: string;
  /** Articles that have it in title or lead, of those looked at. */
  articles: number;
}

/** Share of a name's articles that have it in one longer name: then the longer one is the name. */
const PART = 0.7;

/** Leaves out names that are mostly parts of one longer name, in time linear in the parts. @param separator see {@link partsOf} */
export function withoutParts(names: readonly Unlisted[], separator: string): Unlisted[] {
  /** Most articles of a longer name, by its parts. */
  const longer = new Map<string, number>();
  for (const { name, articles } of names)
    for (const part of partsOf(name, separator))
      if (part !== name) longer.set(part, Math.max(longer.get(part) ?? 0, articles));
  return names.filter(({ name, articles }) => (longer.get(name) ?? 0) < PART * articles);
}

/** The parts of a name, itself among them: neighbouring units joined. @param separator what stands between units: a blank, or nothing between characters */
export function partsOf(name: string, separator: string): string[] {
  const units = name.split(separator);
  return units.flatMap((_, from) =>
    units.slice(from).map((_, more) => units.slice(from, from + more + 1).join(separator)),
  );
}

/** Distinct strings that are counted at most. */
const COUNTED = 400_000;

/** Drops the rarest strings where too many are counted, until half of the room is free: so this is seldom done. */
export function shed(counts: Map<string, number>): void {
  if (counts.size <= COUNTED) return;
  for (let rare = 1; counts.size > COUNTED / 2; rare *= 2)
    for (const [name, count] of counts) if (count <= rare) counts.delete(name);
}
