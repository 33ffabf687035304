/** Names of the cleaning rules (`src/clean/`), as `clean:` in `archive.yml` switches them off and repairs are filed under. */
export const CLEANING_RULES = [
  'indented-prose',
  'invisible-character',
  'double-encoded-entity',
  'empty-image',
  'lazy-image',
  'paragraph-indent',
  'stray-question-mark',
  'soft-line-break',
  'repeated-title',
  'whole-article-blob',
  'repeated-paragraph',
] as const;

/** Names of all kinds of repairs: cleaning, and those made while a file is read (`src/article/`), which cannot be switched off. */
export const REPAIR_RULES = [
  ...CLEANING_RULES,
  'encoding',
  'front-matter',
  'control-characters',
  'heading-mark',
  'emphasis-blanks',
  'contents-mark',
  'odd-scheme',
  'wrapper',
  'title-heading',
  'dead-link',
  'dead-image',
  'unsafe-html',
  'hidden-text',
] as const;

export type CleaningRule = (typeof CLEANING_RULES)[number];
export type RepairRule = (typeof REPAIR_RULES)[number];
