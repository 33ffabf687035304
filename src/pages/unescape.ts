const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x26': '&',
  '#x3C': '<',
  '#x22': '"',
  '#x27': "'",
};

/** The text of HTML that holds no tags, as this project and its libraries write it. */
export const withoutReferences = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x26|#x3C|#x22|#x27);/g, (_, name: string) => REFERENCES[name] ?? '');
