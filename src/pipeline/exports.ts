import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { PieceStore } from '../cache/pieces.ts';
import { PackReader } from '../cache/store.ts';
import type { Exporter } from '../exporters/exporter.ts';
import { chosenExporters, fileSha256, runExporters } from '../exporters/run.ts';
import type { Pace } from './pace.ts';
import type { Progress } from './progress.ts';
import { digest, exporterCode, pageCode } from './version.ts';

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
  /** Digest of what reading depends on besides the files. */
  readerKey: string;
  /** What the last build left, or null. */
  before: ExportRecord | null;
  present: ReadonlySet<string>;
  progress: Progress;
}

/** Runs all exporters into the staging folder; files made from the same inputs as before are left where they are. */
export class Exports {
  readonly #place: ExportPlace;
  readonly #record: ExportRecord;
  readonly #chosen: readonly Exporter[];

  constructor(place: ExportPlace) {
    this.#place = place;
    this.#record = { code: digest(pageCode(), place.readerKey, exporterCode()), inputs: {}, hashes: {} };
    const { chosen, left } = chosenExporters(place.archive.settings.origin);
    this.#chosen = chosen;
    if (left.length)
      place.progress.say(
        `${left.join(', ')}: left out, because they need absolute addresses; set origin in archive.yml`,
      );
  }

  /** What needs the catalogue only: can be made while pages are being rendered. */
  async fromCatalogue(pace?: Pace): Promise<void> {
    const pieces = new PieceStore(this.#place.pieceDir);
    await this.#run(
      this.#chosen.filter(({ needsPages }) => !needsPages),
      pieces,
      () => {
        throw new Error('Unexpected question for the digest of a page that may not be finished');
      },
      pace,
    );
    pieces.sweep();
  }

  /**
   * What needs the finished pages.
   * @param fresh pages and twins written by this build → SHA-256
   */
  async fromPages(fresh: ReadonlyMap<string, string>): Promise<ExportRecord> {
    const { before, outDir, pieceDir, progress } = this.#place;
    const { hashes, inputs } = this.#record;
    progress.start('export', 0);
    await this.#run(
      this.#chosen.filter(({ needsPages }) => needsPages),
      new PieceStore(pieceDir),
      (file) => {
        // A page that was not written now is the page of the last build.
        const hash = fresh.get(file) ?? before?.hashes[file] ?? fileSha256(path.join(outDir, file));
        hashes[file] = hash;
        return hash;
      },
    );
    progress.tick(Object.keys(inputs).length);
    progress.done();
    return this.#record;
  }

  async #run(
    exporters: readonly Exporter[],
    pieces: PieceStore,
    sha256: (file: string) => string,
    pace?: Pace,
  ): Promise<void> {
    const { archive, staging, present } = this.#place;
    const { code, inputs: record } = this.#record;
    const before = this.#place.before?.code === code ? this.#place.before : null;
    using store = new PackReader();
    const files = await runExporters({
      exporters,
      context: {
        archive,
        body: (entry) => store.read(entry.at),
        sha256,
        kept: (inputs, make) => pieces.get(digest(code, inputs), make),
      },
      outDir: staging,
      isCurrent: ({ path: file, inputs }) =>
        inputs !== null && before?.inputs[file] === inputs && present.has(file),
      ...(pace && { pace }),
    });
    for (const { path: file, inputs } of files) record[file] = inputs;
  }
}

/** What the last build exported, where it is all still there. */
export const standingExports = ({ before, present }: ExportPlace): ExportRecord | null =>
  before && Object.keys(before.inputs).every((file) => present.has(file)) ? before : null;

/** Exports that are left as they are for now, with the digests of the pages written since. */
export const keptExports = (before: ExportRecord, fresh: ReadonlyMap<string, string>): ExportRecord => ({
  ...before,
  hashes: { ...before.hashes, ...Object.fromEntries(fresh) },
});
