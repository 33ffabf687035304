import type { z } from 'zod';
import { UserError } from '../errors.ts';
import { clip } from '../text/clip.ts';
import { TimeSlice } from '../time-slice.ts';
import type { View } from '../types.ts';
import type { Context } from './context.ts';
import type { Item } from './item.ts';
import type { TargetRecord } from './record.ts';

/** One kind of thing a build makes: a row of the table in `targets.ts`. */
export interface Target<Own extends Item = Item, Data = unknown> {
  name: string;
  /** Names of the targets whose files or data it needs; they stand above it in the table. */
  after: readonly string[];
  /** Names of targets whose files it takes one by one as they are written. */
  beside?: readonly string[];
  /** While somebody writes it may stay as the last build left it: until a pause, or until a whole build. */
  waitsFor?: 'pause' | 'build';
  /** False where a build does without it. */
  isWanted?(context: Context): boolean;
  items(context: Context): Iterable<Own> | Promise<Iterable<Own>>;
  /**
   * Makes items into the staging folder.
   * @param before what the last build remembers of the target
   * @param slice turns of this process, where the work is long
   */
  make(
    stale: readonly Own[],
    context: Context,
    before: TargetRecord | undefined,
    slice: TimeSlice,
  ): Promise<Made<Data>>;
  /** Form of the data that `make` gives to others, kept from build to build. */
  data: z.ZodType<Data>;
}

/** Outcome of making a target. */
export interface Made<Data> {
  data: Data;
  /** Its files, where its items do not name them. */
  files?: readonly string[];
  /** True where it could not be made: the site does without, and the next build tries again. */
  isUndone?: boolean;
}

/** Outcome of running a table of targets. */
export interface Outcome {
  /** Files that items named and that were made now, by target. */
  made: Map<string, readonly string[]>;
  /** True where a target was left out of date, or could not be made. */
  isWaiting: boolean;
}

/** Data that a finished target tells others; null where it was not wanted. */
export function told<Data>(
  context: Pick<Context, 'records'>,
  target: Pick<Target<Item, Data>, 'name' | 'data'>,
): Data | null {
  const record = context.records.get(target.name);
  return record ? target.data.parse(record.data) : null;
}

/**
 * Runs a table of targets: each as soon as those it comes after are done, so that this process packs and exports while workers render.
 * An item that is as the last build made it is left alone.
 * @throws the first failure, when all have ended: nothing goes on writing behind the caller's back
 */
export async function runTargets(targets: readonly Target[], context: Context): Promise<Outcome> {
  const outcome: Outcome = { made: new Map(), isWaiting: false };
  const running = new Map<string, Promise<void>>();
  const compared = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const stop = new AbortController();
  const owners: Owners = new Map();
  for (const target of targets) {
    const others = [
      ...target.after.map((name) => running.get(name)),
      ...(target.beside ?? []).map((name) => compared.get(name)),
    ];
    let announce = (): void => {};
    compared.set(target.name, new Promise((resolve) => (announce = resolve)));
    const run = async (): Promise<void> => {
      await Promise.all(others);
      if (failures.length > 0 || !(target.isWanted?.(context) ?? true)) return;
      await runTarget(target, context, stop.signal, outcome, owners, announce);
    };
    const fail = (error: unknown): void => {
      failures.push(error);
      stop.abort(error);
      context.tree.fail(error);
    };
    running.set(target.name, run().catch(fail).finally(announce));
  }
  await Promise.all(running.values());
  if (failures.length > 0) throw failures[0];
  return outcome;
}

/** Items by the files they name, with their targets. */
type Owners = Map<string, { target: string; item: Item }>;

/**
 * Notes whose a file is.
 * @throws {UserError} where it is another's: file systems that take upper and lower case, or two ways to write one character, for the same included
 */
function own(owners: Owners, file: string, target: string, item: Item): void {
  const place = file.normalize('NFC').toLowerCase();
  const other = owners.get(place);
  if (other)
    throw new UserError(
      `${file}: Unexpected second owner, expected one: ${other.target} (${described(other.item)}) and ${target} (${described(item)}) want the same path; rename one of them`,
    );
  owners.set(place, { target, item });
}

/** An item for somebody who looks for it; a page is told by what it is made from. */
const described = (item: Item & { view?: View }): string =>
  item.view ? `${item.view.layout}, from ${item.view.source ?? clip(item.view.inputs, 80)}` : item.name;

/** Asks a target for its items, compares them with the last build's, makes what differs, and remembers them all. */
async function runTarget(
  target: Target,
  context: Context,
  signal: AbortSignal,
  outcome: Outcome,
  owners: Owners,
  onCompared: () => void,
): Promise<void> {
  const { name, waitsFor } = target;
  const { present } = context.tree;
  const isThere = (files: readonly string[]): boolean => files.every((file) => present.has(file));
  const before = context.before.get(name);
  const stands = before !== undefined && isThere(before.files);
  if (stands && waitsFor && context.defers(waitsFor)) {
    context.records.set(name, before);
    outcome.isWaiting = true;
    return;
  }
  const slice = new TimeSlice(signal);
  const keys = new Map<string, string>();
  const files: string[] = [];
  const stale: Item[] = [];
  for (const item of await target.items(context)) {
    if (item.key !== null) keys.set(item.name, item.key);
    for (const file of item.files) {
      own(owners, file, name, item);
      files.push(file);
    }
    const isSame = item.key !== null && before?.keys.get(item.name) === item.key;
    if (!(isSame && (item.files.length > 0 ? isThere(item.files) : stands))) stale.push(item);
    if (slice.isOver()) await slice.next();
  }
  context.tree.expect(stale.flatMap((item) => item.files));
  onCompared();
  const made: Made<unknown> =
    stale.length === 0 && before ? before : await target.make(stale, context, before, slice);
  if (made.isUndone) {
    keys.clear();
    outcome.isWaiting = true;
  }
  outcome.made.set(
    name,
    stale.flatMap((item) => item.files),
  );
  context.records.set(name, { keys, files: files.length > 0 ? files : (made.files ?? []), data: made.data });
}
