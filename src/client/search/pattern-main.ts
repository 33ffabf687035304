/** The bundle of `matcher`: loaded when a reader types a regular expression. */
import { matcherOf } from '../../search/gram/matcher.ts';
import { provide } from './bundles.ts';

provide('matcher', matcherOf);
