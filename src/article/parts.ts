/** A file cut in two; each part begins at a known line of the file, so that positions hold. */
export interface Split {
  /** The front matter without its fences, or null where the file has none. */
  head: string | null;
  /** The language of the front matter. */
  format: 'yaml' | 'toml' | 'json' | 'org';
  /** 1-based line of the front matter's first line. */
  headLine: number;
  /** The text after the front matter. */
  body: string;
  /** 1-based line of the body's first line. */
  bodyLine: number;
  /** 1-based line at which a fence had to be supplied; null where both stood where they belong. */
  mendedLine: number | null;
}
