import type { SiteStorage } from './site-storage.ts';

const nameOf = ({ root }: SiteStorage): string => `jiuwen:${root}`;

/** Works on the storage while no other tab does; null where one does. */
export const alone = <T>(storage: SiteStorage, work: () => Promise<T>): Promise<T | null> =>
  navigator.locks.request(nameOf(storage), { ifAvailable: true }, (lock) => (lock ? work() : null));

/** Settles when no tab works on the storage. */
export const whenFree = (storage: SiteStorage): Promise<void> =>
  navigator.locks.request(nameOf(storage), () => undefined);
