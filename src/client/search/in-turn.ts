import type { RelatedEngine } from './engine.ts';

/** Asks the first engine, and each next one only where those before it found nothing. */
export function inTurn(engines: readonly RelatedEngine[]): RelatedEngine {
  return {
    async related(request) {
      for (const engine of engines) {
        const hits = await engine.related(request);
        if (hits.length > 0) return hits;
      }
      return [];
    },
  };
}
