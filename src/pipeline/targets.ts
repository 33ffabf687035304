import type { Target } from './target.ts';
import { assets } from './targets/assets.ts';
import { certificate } from './targets/certificate.ts';
import { catalogueExports, pageExports } from './targets/exports.ts';
import { media } from './targets/media.ts';
import { offline, packs } from './targets/offline.ts';
import { pagefind } from './targets/pagefind.ts';
import { indexPages, pages } from './targets/pages.ts';
import { parts } from './targets/parts.ts';
import { relations } from './targets/relations.ts';
import { report } from './targets/report.ts';
import { search } from './targets/search.ts';
import { shard } from './targets/shard.ts';
import { strings } from './targets/strings.ts';
import { suggestions } from './targets/suggestions.ts';

/**
 * Everything a build makes, in its order. Pages of each kind are rows of `src/pages/index.ts`, exports of `src/exporters/index.ts`.
 * A new target is a file and a line here.
 */
export const targets: readonly Target[] = [
  assets,
  media,
  // One process finds strings while the others invert.
  strings,
  parts,
  // While workers render, another joins the index, and this process exports and packs.
  search,
  relations,
  pages,
  catalogueExports,
  packs,
  suggestions,
  certificate,
  indexPages,
  pageExports,
  pagefind,
  report,
  shard,
  offline,
];
