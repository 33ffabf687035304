import type { Scan } from '../files/scan.ts';
import type { Entry, Problem } from '../types.ts';

/** A generator or program, and the files by which its folders are known. Those that tell most come first. */
const KINDS: readonly { name: string; signs: readonly RegExp[] }[] = [
  { name: 'Hexo', signs: [/^source\/_posts\//, /^_config\.(?:\w+\.)?yml$/] },
  { name: 'VuePress', signs: [/(?:^|\/)\.?vuepress\//] },
  { name: 'Docusaurus', signs: [/(?:^|\/)docusaurus\.config\.\w+$/] },
  { name: 'MkDocs', signs: [/(?:^|\/)mkdocs\.ya?ml$/] },
  { name: 'Hugo', signs: [/^content\//, /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^archetypes\//] },
  { name: 'Jekyll', signs: [/^_posts\/\d{4}-\d\d?-\d\d?-/, /^_config\.yml$/] },
  { name: 'Hexo', signs: [/(?:^|\/)source\/_posts\//] },
  { name: 'Jekyll', signs: [/(?:^|\/)_posts\/\d{4}-\d\d?-\d\d?-/] },
  { name: 'Hugo', signs: [/(?:^|\/)content\/(?:posts?|blog)\//] },
  { name: 'GitBook', signs: [/(?:^|\/)(?:SUMMARY\.md|book\.json)$/] },
  { name: 'docsify', signs: [/(?:^|\/)_sidebar\.md$/] },
  { name: 'Typora', signs: [/\.assets\//] },
];

/** What a content folder is taken for, in numbers. */
export interface FolderKind {
  /** Name of the generator whose folder it looks like; null for a plain folder. */
  generator: string | null;
  articles: number;
  withPictures: number;
  undated: number;
  drafts: number;
  missingPictures: number;
  missingLinks: number;
}

/** Tells what a content folder is taken for, by its files alone, and what its pages will lack. */
export function folderKind(
  { files, media, problems: leftOut }: Scan,
  entries: readonly Entry[],
  problems: readonly Problem[],
): FolderKind {
  const names = [...files, ...media, ...leftOut].map(({ file }) => file);
  const kind = KINDS.find(({ signs }) => signs.every((sign) => names.some((name) => sign.test(name))));
  const count = (rule: string): number => problems.filter((problem) => problem.rule === rule).length;
  const missing = new Set(problems.filter(({ rule }) => rule === 'missing-picture').map(({ file }) => file));
  const shown = entries.filter(
    ({ file, references }) => missing.has(file) || references.some((one) => one.media?.kind === 'picture'),
  );
  return {
    generator: kind?.name ?? null,
    articles: entries.length,
    withPictures: shown.length,
    undated: entries.filter(({ time }) => time === null).length,
    drafts: count('draft'),
    missingPictures: count('missing-picture'),
    missingLinks: count('missing-link'),
  };
}
