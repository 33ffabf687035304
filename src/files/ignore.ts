import ignore from 'ignore';

/** Files of repositories and generators that are no articles, as a `.gitignore` would name them: the setting `ignore` adds to them, and takes back with `!`. */
const NO_ARTICLES = [
  'node_modules/',
  ...[
    'LICENSE',
    'LICENCE',
    'CHANGELOG',
    'CONTRIBUTING',
    'CODE_OF_CONDUCT',
    'SECURITY',
    'PULL_REQUEST_TEMPLATE',
    'ISSUE_TEMPLATE',
  ].map((name) => `${name}.md`),
  // Lists of what is there, of GitBook and docsify.
  ...['SUMMARY.md', '_sidebar.md', '_navbar.md', '_coverpage.md', '_footer.md'],
  // What new articles are made from.
  ...['/scaffolds/', '/archetypes/', '/themes/'],
];

/** Paths that one of these may be about: asking the matcher of each of 100,000 files takes as long as listing them. */
const LIKELY = new RegExp(
  NO_ARTICLES.map((pattern) => pattern.replaceAll('/', '').replaceAll('.', '\\.')).join('|'),
  'i',
);

/** Tells of a path below the content directory (`/` at its end where it is a folder) whether it is left out. */
export type LeftOut = (path: string) => boolean;

/** Reads the patterns of the setting `ignore`, which are those of a `.gitignore`. */
export function leftOutBy(patterns: readonly string[]): LeftOut {
  const matcher = ignore({ ignorecase: true })
    .add(NO_ARTICLES)
    .add([...patterns]);
  return (path) => (patterns.length > 0 || LIKELY.test(path)) && matcher.ignores(path);
}
