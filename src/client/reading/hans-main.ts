/** The bundle that turns traditional text into simplified, loaded where a reader wants it. */
import { Converter } from 'opencc-js/t2cn';
import { provide } from '../search/bundles.ts';

provide('hans', Converter({ from: 't', to: 'cn' }));
