import { silent } from '../progress.ts';
import type { Context } from './context.ts';

/** A context that holds only what a test gives it. */
export const contextOf = (fields: Partial<Context>): Context =>
  ({
    progress: silent,
    before: new Map(),
    records: new Map(),
    defers: () => false,
    ...fields,
  }) as Context;
