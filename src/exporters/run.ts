import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Progress } from '../build/progress.ts';
import type { ExportContext, OutputFile } from './exporter.ts';
import { exporters } from './index.ts';

/** What to run the exporters with. */
export interface ExportRun {
  context: ExportContext;
  /** Where the files go: the site's root. */
  outDir: string;
  progress: Progress;
  /** True for a file that stands from an earlier build, made from the same inputs: it is not made again. */
  isCurrent?: (file: Pick<OutputFile, 'path' | 'inputs'>) => boolean;
}

/**
 * Writes everything a build makes beside the pages.
 * @returns the files there are now, with the digests of what they were made from
 */
export function runExporters({
  context,
  outDir,
  progress,
  isCurrent = () => false,
}: ExportRun): Pick<OutputFile, 'path' | 'inputs'>[] {
  const { origin } = context.archive.settings;
  const chosen = exporters.filter(({ needsOrigin }) => origin || !needsOrigin);
  const left = exporters.filter((exporter) => !chosen.includes(exporter)).map(({ name }) => name);
  if (left.length)
    progress.say(
      `${left.join(', ')}: left out, because they need absolute addresses; set origin in archive.yml`,
    );
  const written: Pick<OutputFile, 'path' | 'inputs'>[] = [];
  progress.start('export', 0);
  for (const exporter of chosen)
    for (const file of exporter.files(context)) {
      if (!isCurrent(file)) writeOutput(outDir, file);
      written.push({ path: file.path, inputs: file.inputs });
      progress.tick(1);
    }
  progress.done();
  return written;
}

/** Bytes that are gathered before they are written. */
const WRITTEN_AT_ONCE = 1 << 20;

/** Writes one file piece by piece. */
export function writeOutput(outDir: string, file: Pick<OutputFile, 'path' | 'chunks'>): void {
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
