/** Names that mean the same, the usual one first. */
export type Aliases = readonly (readonly string[])[];

/** Reads what `writeAliases` wrote. */
export const readAliases = (text: string): Aliases =>
  text.split('\n').flatMap((line) => (line ? [line.split('\t')] : []));

/**
 * A query with a name in it written in the other ways: the longest name that stands there, a Latin one as a whole word.
 * @returns the queries, the one with the usual name first
 */
export function otherNames(query: string, aliases: Aliases): string[] {
  const typed = query.toLowerCase();
  // A character whose lower case is longer would shift what follows it.
  if (typed.length !== query.length) return [];
  let found: { at: number; name: string; groups: (readonly string[])[] } | null = null;
  for (const names of aliases)
    for (const name of names) {
      const at = placeOf(typed, name.toLowerCase());
      if (at < 0 || (found && name.length < found.name.length)) continue;
      const isSame = found?.name.toLowerCase() === name.toLowerCase();
      if (found && isSame) found.groups.push(names);
      else if (!found || name.length > found.name.length) found = { at, name, groups: [names] };
    }
  if (!found) return [];
  const { at, name, groups } = found;
  const others = groups.flat().filter((other) => other.toLowerCase() !== name.toLowerCase());
  return [...new Set(others)].map((other) => query.slice(0, at) + other + query.slice(at + name.length));
}

/** Where a name stands; -1 where it does not, or only inside of a Latin word. */
function placeOf(typed: string, name: string): number {
  for (let at = typed.indexOf(name); at >= 0 && name !== ''; at = typed.indexOf(name, at + 1)) {
    const cuts = (edge: number) => /[a-z0-9]{2}/.test(typed.slice(Math.max(0, edge - 1), edge + 1));
    if (!cuts(at) && !cuts(at + name.length)) return at;
  }
  return -1;
}
