import { BY_STROKES } from './stroke-table.ts';

let known: ReadonlyMap<string, number> | undefined;

/**
 * Number of strokes of a Han character; 0 where it is not known.
 * @param character a simplified one: the table has no others
 */
export function strokesOf(character: string): number {
  known ??= new Map(BY_STROKES.flatMap((all, strokes) => Array.from(all, (one) => [one, strokes] as const)));
  return known.get(character) ?? 0;
}
