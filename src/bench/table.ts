import { grouped } from '../locales/grouped.ts';
import { megabytes } from '../pipeline/summary.ts';
import type { Cost, Size } from './measure.ts';
import { stagesOf } from './ours.ts';
import type { PeerRun, SizeResult } from './run.ts';

/** The machine and the command, which no number means anything without. */
export interface Setting {
  cores: number;
  /** Bytes of memory. */
  memory: number;
  node: string;
  platform: string;
  command: string;
}

/** The whole report in Markdown: the setting, then a table for each size. */
export function benchReport(setting: Setting, results: readonly SizeResult[]): string {
  const { cores, memory, node, platform, command } = setting;
  const machine = `${cores} cores, ${Math.round(memory / 2 ** 30)} GB of memory, Node ${node}, ${platform}`;
  return [`\`${command}\` on ${machine}.`, ...results.map(sizeReport)].join('\n\n');
}

function sizeReport({ archive, peers, ours }: SizeResult): string {
  const { articles, bytes, characters, damaged } = archive;
  const base = (name: string): number | null => secondsOf(peers.find((peer) => peer.name === name));
  const bases = [base('Eleventy'), base('Hugo')];
  const row = (name: string, run: Cost & Size): string =>
    cells([
      name,
      `${run.seconds.toFixed(2)} s`,
      run.peak === null ? 'not measured' : megabytes(run.peak),
      grouped(run.files),
      megabytes(run.bytes),
      ...bases.map((seconds) => (seconds === null ? '' : (run.seconds / seconds).toFixed(2))),
    ]);
  const peerRow = (peer: PeerRun): string =>
    'absent' in peer
      ? cells([`${peer.name}: ${peer.absent}`, '', '', '', '', '', ''])
      : row(`${peer.name} ${peer.version}, pages only`, peer);
  const [cold] = ours.runs;
  const { pagefind } = ours;
  return [
    `### ${grouped(articles)} articles`,
    '',
    `${megabytes(bytes)}, ${grouped(characters)} characters, ${grouped(damaged)} articles damaged.`,
    '',
    cells(['', 'time', 'peak memory', 'files', 'output', 'time ÷ Eleventy', 'time ÷ Hugo']),
    cells(['---', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...peers.map(peerRow),
    ...ours.runs.map((run) => row(`**Jiuwen**, ${run.name}`, run)),
    ...(cold ? ['', `Stages of the cold build: ${stages(cold.output)}.`] : []),
    ...(pagefind
      ? [
          '',
          `Word search (Pagefind) takes ${pagefind.seconds.toFixed(1)} s more${pagefind.run.peak === null ? '' : `, and ${megabytes(pagefind.run.peak)} at the peak`}; it is off above.`,
        ]
      : []),
  ].join('\n');
}

const stages = (output: string): string =>
  stagesOf(output)
    .map(({ stage, seconds }) => `${stage} ${seconds.toFixed(1)} s`)
    .join(', ');

const secondsOf = (peer: PeerRun | undefined): number | null =>
  peer && 'seconds' in peer ? peer.seconds : null;

const cells = (list: readonly string[]): string => `| ${list.join(' | ')} |`;
