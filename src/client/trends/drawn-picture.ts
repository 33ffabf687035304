import { trendsUi as words } from '#locale';
import type { LineChart } from '../../charts/line-chart.ts';
import type { ChartNode } from '../../charts/node.ts';
import { localDate } from '../shared/local-date.ts';
import { coloursNow, pictureFile } from './picture.ts';

/** Characters of an address that stand in a picture. */
const LONGEST_ADDRESS = 100;

/** A trend as it is drawn now, as a file of its own: with its words, what is to be known of it, and where it comes from. @param archive its title */
export function drawnPicture(
  asked: readonly string[],
  { label, series }: LineChart,
  chart: ChartNode,
  said: readonly string[],
  archive: string,
): string {
  const address = location.protocol === 'file:' ? '' : shortened(location.href);
  return pictureFile({
    title: asked.join('、'),
    subtitle: `${words.title} · ${label.slice(label.lastIndexOf('：') + 1)}`,
    chart,
    height: Number(chart.attributes.height),
    legend: series.map(({ name, colour, about = false }) => ({ name, colour, about })),
    notes: [...said, words.source(archive, address, localDate(new Date()))],
    colours: coloursNow(),
  });
}

/** An address as people read it. */
function shortened(address: string): string {
  let read = address;
  try {
    read = decodeURI(address);
  } catch {
    // It is not UTF-8: it stands as it is.
  }
  return read.length > LONGEST_ADDRESS ? `${read.slice(0, LONGEST_ADDRESS)}…` : read;
}
