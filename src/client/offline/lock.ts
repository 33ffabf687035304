import type { Store } from './store.ts';

const nameOf = ({ root }: Store): string => `jiuwen:${root}`;

/** Works on the storage while no other tab does; null where one does. */
export const alone = <T>(store: Store, work: () => Promise<T>): Promise<T | null> =>
  navigator.locks.request(nameOf(store), { ifAvailable: true }, (lock) => (lock ? work() : null));

/** Settles when no tab works on the storage. */
export const whenFree = (store: Store): Promise<void> =>
  navigator.locks.request(nameOf(store), () => undefined);
