import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import type { Peer } from './peer.ts';

/** What we compare ourselves with. Another peer is a file and a line here. */
export const peers: readonly Peer[] = [eleventy, hugo, hexo];
