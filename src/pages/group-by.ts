/** Items under their names, both in the order in which they come. */
export function groupBy<T>(items: Iterable<T>, nameOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const others = found.get(name) ?? [];
    found.set(name, others);
    others.push(item);
  }
  return found;
}
