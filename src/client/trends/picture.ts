import { markup } from '../../charts/markup.ts';
import { type ChartNode, node } from '../../charts/node.ts';

/** A chart as a picture that stands alone: what it is, what its lines are, and where it is from. */
export interface Picture {
  title: string;
  subtitle: string;
  /** The chart's own `svg`, and its height. */
  chart: ChartNode;
  height: number;
  legend: readonly { name: string; colour: number; about: boolean }[];
  /** Archive, address and date, and what is to be said of the numbers. */
  notes: readonly string[];
  /** Colours by the names of their tokens. */
  colours: Readonly<Record<string, string>>;
}

/** The tokens that a picture is coloured by. */
export const TOKENS = ['paper', 'ink', 'quiet', 'line', 's1', 's2', 's3', 's4', 's5', 's6'];

const WIDTH = 960;
const PAD = 40;
/** Room for the numbers left of the plot, as in `charts/frame.ts`. */
const GUTTER = 44;

/** Writes the picture as a file of SVG with its own styles. Links are left out: it may be shown anywhere. */
export function pictureFile({ title, subtitle, chart, height, legend, notes, colours }: Picture): string {
  const { places, bottom } = legendPlaces(legend.map(({ name }) => name));
  const top = bottom + 24;
  const below = top + height + 24;
  const total = below + notes.length * 18 + 12;
  const picture = node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height: total,
      viewBox: `0 0 ${WIDTH} ${total}`,
      role: 'img',
      'aria-label': title,
    },
    node('style', {}, stylesOf(colours)),
    node('rect', { class: 'paper', width: WIDTH, height: total }),
    node('text', { class: 'title', x: PAD, y: 58 }, title),
    node('text', { class: 'note', x: PAD, y: 84 }, subtitle),
    ...legend.flatMap(({ name, colour, about }, at) => {
      const { x, y } = places[at] ?? { x: PAD, y: 0 };
      const kind = about ? `line s${colour} about` : `line s${colour}`;
      return [
        node('path', { class: kind, d: `M${x} ${y - 5}h22` }),
        node('text', { class: 'legend', x: x + 30, y }, name),
      ];
    }),
    node(
      'svg',
      { class: 'plot', x: PAD + GUTTER, y: top, width: WIDTH - 2 * PAD - GUTTER, height },
      ...chart.children.map(withoutLinks),
    ),
    ...notes.map((note, at) => node('text', { class: 'note', x: PAD, y: below + 12 + at * 18 }, note)),
  );
  return markup(picture);
}

/** About how wide a text of 15 px is: a Han character is a square, others are half as wide. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 15 : 8.5), 0);

/** Where the entries of a legend stand: in lines, from left to right. */
function legendPlaces(names: readonly string[]) {
  let [x, y] = [PAD, 116];
  const places = names.map((name) => {
    const width = 30 + widthOf(name) + 28;
    if (x > PAD && x + width > WIDTH - PAD) [x, y] = [PAD, y + 24];
    const place = { x, y };
    x += width;
    return place;
  });
  return { places, bottom: y };
}

/** The same without links, and without what only a pointer meets. */
function withoutLinks(one: ChartNode | string): ChartNode | string {
  if (typeof one === 'string') return one;
  const { href: _, tabindex: __, ...attributes } = one.attributes;
  const children = one.children.filter(
    (child) => typeof child === 'string' || child.attributes.class !== 'reach',
  );
  return { name: one.name === 'a' ? 'g' : one.name, attributes, children: children.map(withoutLinks) };
}

const stylesOf = (colours: Picture['colours']): string => {
  const of = (name: string): string => colours[name] ?? '';
  const series = [1, 2, 3, 4, 5, 6].map(
    (at) => `.line.s${at}{stroke:${of(`s${at}`)}}.points.s${at}{fill:${of(`s${at}`)}}`,
  );
  return [
    `text{font:12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;fill:${of('quiet')}}`,
    `.title{font:600 30px "Noto Serif CJK SC","Source Han Serif SC","Songti SC",serif;fill:${of('ink')}}`,
    `.legend{font-size:15px;fill:${of('ink')}}`,
    `.paper{fill:${of('paper')}}.plot{overflow:visible}.thin{fill:${of('quiet')}}.name{text-anchor:middle}.last{text-anchor:end}`,
    `.grid{stroke:${of('line')}}.base{stroke:${of('quiet')}}`,
    '.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round;vector-effect:non-scaling-stroke}',
    `.about{stroke-dasharray:2 5}.dense circle{display:none}.line.weak{stroke-width:1}`,
    ...series,
    `.point.muted{fill:${of('quiet')}}`,
  ].join('');
};

/** Draws a file of SVG as PNG, twice as large. @throws {Error} where the browser cannot */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  // The one address of a picture that the policy of the page lets through.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** Colours as the page has them now, in the light or in the dark. */
export function coloursNow(): Record<string, string> {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.hidden = true;
  const found = TOKENS.map((name): [string, string] => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found);
}
