import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
export async function runExporters({
  context,
  outDir,
  progress,
  isCurrent = () => false,
}: ExportRun): Promise<Pick<OutputFile, 'path' | 'inputs'>[]> {
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
      if (!isCurrent(file)) await writeOutput(outDir, file);
      written.push({ path: file.path, inputs: file.inputs });
      progress.tick(1);
    }
  progress.done();
  return written;
}

/** Writes one file piece by piece. */
export async function writeOutput(outDir: string, file: Pick<OutputFile, 'path' | 'chunks'>): Promise<void> {
  const target = path.join(outDir, file.path);
  await mkdir(path.dirname(target), { recursive: true });
  await pipeline(Readable.from(file.chunks()), createWriteStream(target));
}

/** SHA-256 (hex) of a small file on disk: read in one go, a stream costs ten times as much. */
export async function fileSha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
