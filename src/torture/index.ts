import { damages } from './damages.ts';
import { foreignFiles } from './foreign-files.ts';
import { fullDisks } from './full-disks.ts';
import { kills } from './kills.ts';
import type { Kind } from './kind.ts';
import { names } from './names.ts';
import { requests } from './requests.ts';
import { shapes } from './shapes.ts';
import { vectors } from './vectors.ts';

/** Kinds of hostile input, in the order of a round. Another one is a file and a line here. */
export const KINDS: readonly Kind[] = [
  vectors,
  shapes,
  damages,
  names,
  kills,
  fullDisks,
  foreignFiles,
  requests,
];
