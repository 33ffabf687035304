import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import type { Peer } from './peer.ts';

/** Generators that this project is compared with. Another one is a file and a line here. */
export const peers: readonly Peer[] = [eleventy, hugo, hexo];
