/** An element of a chart: text at build (`markup.ts`), elements in the browser. No string of it is ever read as markup. */
export interface ChartNode {
  name: string;
  attributes: Readonly<Record<string, string | number>>;
  children: readonly (ChartNode | string)[];
}

/** Values of attributes; what is undefined is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an element of a chart. */
export function node(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (ChartNode | string | null)[]
): ChartNode {
  const given: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) given[key] = value;
  return { name, attributes: given, children: children.filter((child) => child !== null) };
}

/** A number with two decimals at most, so that a chart is the same bytes everywhere; 0 for what is no number. */
export const rounded = (value: number): number =>
  Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;

/** A share of a chart's width: shapes stretch with it, and text keeps its size. @param value 0 to 100 */
export const percent = (value: number): string => `${rounded(value)}%`;
