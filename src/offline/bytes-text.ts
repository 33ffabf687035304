/** A number of bytes as people read it: `640 KB`, `3.2 MB`, `18 MB`. */
export function bytesText(bytes: number): string {
  const [size, unit] = bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'KB'];
  const value = bytes / size;
  const digits = unit === 'GB' || (unit === 'MB' && value < 10) ? 1 : 0;
  return `${(bytes > 0 ? Math.max(value, 10 ** -digits) : 0).toFixed(digits)} ${unit}`;
}
