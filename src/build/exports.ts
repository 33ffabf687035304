import path from 'node:path';
import { fileSha256, runExporters } from '../exporters/run.ts';
import type { Archive } from '../types.ts';
import { digest, exporterCode, pageCode } from './code.ts';
import { PieceStore } from './pieces.ts';
import type { Progress } from './progress.ts';
import { PackReader } from './store.ts';

/** What the manifest keeps of the files beside the pages: feeds, data, lists. */
export interface ExportRecord {
  /** Digest of the code that made them. */
  code: string;
  /** File → digest of what it was made from; null where only making it tells. */
  inputs: Record<string, string | null>;
  /** Page or twin → SHA-256 of its bytes. */
  hashes: Record<string, string>;
}

/** Where the exporters work. */
export interface ExportPlace {
  archive: Archive;
  staging: string;
  outDir: string;
  /** Where pieces of large files are kept for later builds. */
  pieceDir: string;
  /** Pages and twins written by this build → SHA-256. */
  fresh: ReadonlyMap<string, string>;
  /** Digest of what reading depends on besides the files. */
  readerKey: string;
  /** What the last build left, or null. */
  before: ExportRecord | null;
  present: ReadonlySet<string>;
  progress: Progress;
}

/** Runs all exporters into the staging folder; files made from the same inputs as before are left where they are. */
export function makeExports(place: ExportPlace): ExportRecord {
  const { archive, staging, outDir, pieceDir, fresh, readerKey, present, progress } = place;
  const code = digest(pageCode(), readerKey, exporterCode());
  const before = place.before?.code === code ? place.before : null;
  const record: ExportRecord = { code, inputs: {}, hashes: {} };
  using store = new PackReader();
  const pieces = new PieceStore(pieceDir);
  const sha256 = (file: string): string => {
    // A page that was not written now is the page of the last build.
    const hash = fresh.get(file) ?? place.before?.hashes[file] ?? fileSha256(path.join(outDir, file));
    record.hashes[file] = hash;
    return hash;
  };
  const files = runExporters({
    context: {
      archive,
      body: (entry) => store.read(entry.at),
      sha256,
      kept: (inputs, make) => pieces.get(digest(code, inputs), make),
    },
    outDir: staging,
    progress,
    isCurrent: ({ path: file, inputs }) =>
      inputs !== null && before?.inputs[file] === inputs && present.has(file),
  });
  pieces.sweep();
  for (const { path: file, inputs } of files) record.inputs[file] = inputs;
  return record;
}

/** What the last build exported, where it is still there: left as it is for now, with the digests of the pages written since. */
export function keepExports({ before, present, fresh }: ExportPlace): ExportRecord | null {
  if (!before || !Object.keys(before.inputs).every((file) => present.has(file))) return null;
  return { ...before, hashes: { ...before.hashes, ...Object.fromEntries(fresh) } };
}
