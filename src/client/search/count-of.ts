import type { Count } from '../../search/gram/answer.ts';
import type { Engine, Request } from './engine.ts';

/**
 * The number of articles of a query; null for none. One hit is checked: an estimate alone may be of articles that do not match.
 * @param readUpTo most articles that are read
 * @throws as `Engine.search`
 */
export async function countOf(
  engine: Pick<Engine, 'search'>,
  { query, filters, signal, readUpTo }: Pick<Request, 'query' | 'filters' | 'signal' | 'readUpTo'>,
): Promise<Count | null> {
  const { total, exact, hits } = await engine.search({
    query,
    filters,
    sort: 'relevance',
    limit: 1,
    near: false,
    signal,
    ...(readUpTo && { readUpTo }),
  });
  return total > 0 && hits.length > 0 ? { total, exact } : null;
}
