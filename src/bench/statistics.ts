import { availableParallelism, totalmem } from 'node:os';

/** The command and the machine, which no number means anything without. */
export function setting(command: string): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const { platform, arch, versions } = process;
  return `\`${command}\` on ${availableParallelism()} cores, ${memory} GB of memory, Node ${versions.node}, ${platform} ${arch}.`;
}

/** Arithmetic mean; 0 of nothing. */
export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);

/** The value below which a share of the numbers lies; 0 of nothing. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A row of a table in Markdown. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The head of a table in Markdown: names in the first column, numbers in the others. */
export const head = (cells: readonly string[]): string =>
  `${row(cells)}\n${row(cells.map((_, at) => (at === 0 ? '---' : '--:')))}`;
