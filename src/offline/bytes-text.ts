const UNITS: [least: number, unit: string, digits: number][] = [
  [1e9, 'GB', 1],
  [1e7, 'MB', 0],
  [1e6, 'MB', 1],
  [0, 'KB', 0],
];

/** A number of bytes as people read it: `640 KB`, `3.2 MB`, `18 MB`. */
export function bytesText(bytes: number): string {
  const [least, unit, digits] = UNITS.find(([from]) => bytes >= from) ?? [0, 'KB', 0];
  const value = bytes / (least >= 1e9 ? 1e9 : least >= 1e6 ? 1e6 : 1e3);
  return `${(bytes > 0 ? Math.max(value, 10 ** -digits) : 0).toFixed(digits)} ${unit}`;
}
