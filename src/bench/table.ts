import { grouped } from '../locales/grouped.ts';
import { megabytes } from '../pipeline/summary.ts';
import type { Cost, Size } from './measure.ts';
import { stagesOf } from './ours.ts';
import type { ArchiveResult, PeerRun } from './run.ts';
import { head, row } from './statistics.ts';

/** The report in Markdown: the setting, then a table for each archive. */
export const benchReport = (setting: string, results: readonly ArchiveResult[]): string =>
  [setting, ...results.map(archiveReport)].join('\n\n');

function archiveReport({ name, archive, peers, ours }: ArchiveResult): string {
  const { bytes, characters, damaged } = archive;
  const bases = ['Eleventy', 'Hugo'].map((name) => {
    const peer = peers.find((one) => one.name === name);
    return peer && 'seconds' in peer ? peer.seconds : null;
  });
  const costRow = (name: string, run: Cost & Size): string =>
    row([
      name,
      `${run.seconds.toFixed(2)} s`,
      run.peak === null ? 'not measured' : megabytes(run.peak),
      grouped(run.files),
      megabytes(run.bytes),
      ...bases.map((seconds) => (seconds === null ? '' : (run.seconds / seconds).toFixed(2))),
    ]);
  const peerRow = (peer: PeerRun): string =>
    'absent' in peer
      ? row([`${peer.name}: ${peer.absent}`, '', '', '', '', '', ''])
      : costRow(`${peer.name} ${peer.version}, pages only`, peer);
  const [cold] = ours;
  return [
    `### ${name}`,
    '',
    `${megabytes(bytes)}, ${grouped(characters)} characters${damaged === null ? '' : `, ${grouped(damaged)} articles damaged`}.`,
    '',
    head(['', 'time', 'peak memory', 'files', 'output', 'time ÷ Eleventy', 'time ÷ Hugo']),
    ...peers.map(peerRow),
    ...ours.map((run) => costRow(`**Jiuwen**, ${run.name}`, run)),
    ...(cold ? ['', `Stages of the cold build: ${stages(cold.output)}.`] : []),
  ].join('\n');
}

const stages = (output: string): string =>
  stagesOf(output)
    .map(({ stage, seconds }) => `${stage} ${seconds.toFixed(1)} s`)
    .join(', ');
