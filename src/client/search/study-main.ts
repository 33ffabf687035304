/** The bundle of `study`: loaded when a reader asks for contexts or a citation. */
import { provide } from './bundles.ts';
import { study } from './study.ts';

provide('study', study);
