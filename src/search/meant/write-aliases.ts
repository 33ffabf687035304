import { fold } from '../gram/fold.ts';
import type { Aliases } from './aliases.ts';

/** Longest name that is written, in UTF-16 units. */
const LONGEST = 100;

/** Writes names that mean the same: a line each, with tabs between. Those that fold to one string are one name. */
export function writeAliases(aliases: Aliases): string {
  const lines = aliases.map((names) => {
    const clean = names.map((name) => name.replace(/\s+/g, ' ').trim().slice(0, LONGEST));
    return [...new Map(clean.toReversed().map((name) => [fold(name), name])).values()].reverse();
  });
  return lines.flatMap((names) => (names.length > 1 ? `${names.join('\t')}\n` : [])).join('');
}
