import type { RepairRule } from './repair-rules.ts';
import { clip } from './text/clip.ts';
import type { Problem, Repair } from './types.ts';

/** Something a person should look at in an article that was made all the same; its file is added where it is known. */
export type Warning = Omit<Problem, 'file'>;

/** A warning. Its message says «Unexpected X, expected Y» and what was done. */
export const warning = (rule: string, message: string, line = 1, column = 1): Warning => ({
  line,
  column,
  severity: 'warning',
  rule,
  message,
});

/** A repair with excerpts of what stood there and what stands there now. */
export const repair = (rule: RepairRule, line: number, before: string, after: string): Repair => ({
  rule,
  line,
  before: clip(before),
  after: clip(after),
});

/** A repair that takes something away for good: the ledger is where its text can still be read, so it stands there in full. */
export const removal = (rule: RepairRule, line: number, before: string): Repair => ({
  rule,
  line,
  before,
  after: '',
});

/** A line that is worth knowing, and no fault. */
export const info = (rule: string, message: string, line = 1): Warning => ({
  ...warning(rule, message, line),
  severity: 'info',
});
