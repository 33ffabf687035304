import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/** Puts new figures in the place of the old ones in `docs/benchmarks.md`. */
export function writeSection(name: string, section: string): void {
  writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, 'utf8'), name, section));
}

/**
 * Replaces a section of a document that people write otherwise.
 * @param name of the section: it stands between `<!-- name -->` and `<!-- /name -->`
 * @throws {UserError} where the document does not say where they stand
 */
export function replaceSection(document: string, name: string, section: string): string {
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [begin, end] = [document.indexOf(opening), document.indexOf(closing)];
  if (begin < 0 || end < begin)
    throw new UserError(
      `Unexpected document without ${opening} and ${closing}, expected both, in this order`,
    );
  return `${document.slice(0, begin + opening.length)}\n\n${section}\n\n${document.slice(end)}`;
}
