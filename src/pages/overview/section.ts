import type { Archive } from '../../archive/archive.ts';
import type { ChartNode } from '../../charts/node.ts';
import type { Strings } from '../../locales/index.ts';
import type { Facts } from '../facts.ts';

/** What a section of the overview shows. */
export interface Shown {
  heading: string;
  /** The question that it answers, as the lead of the page says it. */
  answers: string;
  chart: ChartNode;
  /** Lines of a chart with several, as a legend with links; empty for others. */
  legend: { name: string; href: string; colour: number; count: number }[];
  /** What the chart does not show, or what is to be known; '' for nothing. */
  note: string;
  /** Where more of it stands. */
  more: { name: string; href: string } | null;
}

/** A section of the overview that is planned: what it depends on, and how it is drawn from that. */
export interface Planned {
  inputs: unknown;
  /** Null where there is nothing to show. */
  draw(t: Strings): Shown | null;
}

/** A section of the overview: plans itself from the archive. */
export type Section = (archive: Archive, facts: Facts) => Planned;

/**
 * Makes a section of the overview.
 * @param read everything of the archive that it is made from, as plain data
 * @param draw sees nothing else, so that the page is made again exactly where that differs
 */
export const section =
  <Inputs>(
    read: (archive: Archive, facts: Facts) => Inputs,
    draw: (inputs: Inputs, t: Strings) => Shown | null,
  ): Section =>
  (archive, facts) => {
    const inputs = read(archive, facts);
    return { inputs, draw: (t) => draw(inputs, t) };
  };
