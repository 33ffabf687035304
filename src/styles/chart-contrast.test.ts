import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const styles = (name: string): string => readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8');

type Colour = readonly number[];
const hex = (text: string): Colour => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
const mix = (colour: Colour, share: number, ground: Colour): Colour =>
  colour.map((part, at) => part * share + (ground[at] ?? 0) * (1 - share));

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Colours of a scheme by the names of their tokens. */
function palette(scheme: 'light' | 'dark' | 'sepia'): Map<string, Colour> {
  const sepia = /\[data-theme="sepia"\] \{[^}]*\}/.exec(styles('settings'))?.[0] ?? assert.fail('sepia');
  const text = styles('tokens') + styles('chart-tokens') + (scheme === 'sepia' ? sepia : '');
  const colours = new Map<string, Colour>();
  for (const [, name = '', light = '', dark] of text.matchAll(
    /--(\w+): (?:light-dark\()?(#\w{6})(?:, (#\w{6})\))?;/g,
  ))
    colours.set(name, hex(scheme === 'dark' ? (dark ?? light) : light));
  return colours;
}

/** The number that a rule gives a property. */
const numberIn = (sheet: string, selector: string, property: string): number => {
  const [, body = ''] = styles(sheet).split(`${selector} {`);
  const [, number = ''] = new RegExp(`${property}: ([\\d.]+)`).exec(body.split('}')[0] ?? '') ?? [];
  return Number(number || assert.fail(`${selector} ${property}`));
};

test('what carries meaning in a chart stands out from the paper three to one, in every scheme', () => {
  for (const scheme of ['light', 'dark', 'sepia'] as const) {
    const colours = palette(scheme);
    const of = (name: string): Colour => colours.get(name) ?? assert.fail(name);
    const drawn: [what: string, colour: Colour][] = [
      ...['quiet', 'seal', 's1', 's2', 's3', 's4', 's5', 's6'].map((name): [string, Colour] => [
        name,
        of(name),
      ]),
      ['muted bar', mix(of('quiet'), numberIn('plots', '.plot .bar.muted', 'fill-opacity'), of('paper'))],
      ['least day', mix(of('ink'), numberIn('heat', '.heat .d1', '--tint') / 100, of('paper'))],
    ];
    for (const [what, colour] of drawn) {
      const ratio = contrast(colour, of('paper'));
      assert.ok(ratio >= 3, `${scheme}, ${what}: ${ratio.toFixed(2)}`);
    }
  }
  assert.doesNotMatch(styles('plots'), /stroke-opacity|wash/);
});
