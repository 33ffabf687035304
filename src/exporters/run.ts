import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Pace } from '../pipeline/pace.ts';
import type { ExportContext, Exporter, OutputFile } from './exporter.ts';
import { exporters } from './index.ts';

/** The exporters that a build runs, and the names of those left out, because they need absolute addresses and have no origin. */
export function chosenExporters(origin: string | null): { chosen: Exporter[]; left: string[] } {
  const chosen = exporters.filter(({ needsOrigin }) => origin || !needsOrigin);
  const left = exporters.filter((exporter) => !chosen.includes(exporter));
  return { chosen, left: left.map(({ name }) => name) };
}

/** The exporters to run, and where. */
export interface ExportRun {
  exporters: readonly Exporter[];
  context: ExportContext;
  /** The site's root, to which the files go. */
  outDir: string;
  /** True for a file that stands from an earlier build, made from the same: it is not made again. */
  isCurrent?: (file: Pick<OutputFile, 'path' | 'key'>) => boolean;
  pace?: Pace;
}

/**
 * Writes the files of some exporters, and gives way to other work now and then.
 * @returns the files there are now, with the keys of what they were made from
 */
export async function runExporters({
  exporters: chosen,
  context,
  outDir,
  isCurrent = () => false,
  pace = new Pace(),
}: ExportRun): Promise<Pick<OutputFile, 'path' | 'key'>[]> {
  const written: Pick<OutputFile, 'path' | 'key'>[] = [];
  for (const exporter of chosen)
    for (const file of exporter.files(context)) {
      if (!isCurrent(file)) for (const _ of writing(outDir, file)) if (pace.isDue()) await pace.rest();
      if (pace.isDue()) await pace.rest();
      written.push({ path: file.path, key: file.key });
    }
  return written;
}

/** Bytes that are gathered before they are written. */
const WRITTEN_AT_ONCE = 1 << 20;

/** Writes one file in one go. */
export function writeOutput(outDir: string, file: Pick<OutputFile, 'path' | 'chunks'>): void {
  for (const _ of writing(outDir, file));
}

/** Writes one file, and stops after each piece. */
function* writing(outDir: string, file: Pick<OutputFile, 'path' | 'chunks'>): Generator<void> {
  const target = path.join(outDir, file.path);
  mkdirSync(path.dirname(target), { recursive: true });
  const descriptor = openSync(target, 'w');
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    [waiting, size] = [[], 0];
  };
  try {
    for (const chunk of file.chunks()) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      waiting.push(bytes);
      size += bytes.length;
      if (size >= WRITTEN_AT_ONCE) flush();
      yield;
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
}

/** SHA-256 (hex) of some bytes. */
export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** SHA-256 (hex) of a small file on disk. */
export const fileSha256 = (file: string): string => sha256(readFileSync(file));
