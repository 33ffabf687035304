/** The bundle that turns simplified text into traditional, loaded where a reader wants it: by words, because a character may have several forms. */
import { Converter } from 'opencc-js/cn2t';
import { provide } from '../search/bundles.ts';

provide('hant', Converter({ from: 'cn', to: 'tw' }));
