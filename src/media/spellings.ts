import { decoded } from '../article/addresses.ts';

/** What editors leave behind an address: a title, a size, the width of an embed. */
const RESIDUE = /\s+(?:"[^"]*"|'[^']*'|\([^)]*\)|=\d*%?x?\d*%?)$|\|\s*\d+(?:\s*x\s*\d+)?$/;
/** What stores of pictures append to a name: `!large`, `@2x_80w`. */
const STYLE = /(\.[a-z]{3,4})[!@][\w.,-]{1,60}$/i;
/** Longer addresses name no file. */
const LONGEST = 4096;

/** The paths that an address may stand for, the literal one first. */
export function spellings(address: string): string[] {
  if (address.length > LONGEST || address.includes('\0')) return [];
  const written = address
    .replace(/^wiki:/, '')
    .replace(/^(?:https?:)?\/\/[^/?#]*/i, '')
    .trim()
    .replaceAll('\\', '/');
  const bare = written.replace(RESIDUE, '').replace(/^["'<]+|["'>]+$/g, '');
  const cut = bare.replace(/[?#].*$/s, '');
  const once = decoded(cut);
  const all = [written, decoded(written), bare, decoded(bare), cut, once, decoded(once)].map((path) =>
    path.replaceAll('\\', '/'),
  );
  return [
    ...new Set([
      ...all,
      ...all.map((path) =>
        path
          .replace(RESIDUE, '')
          .replace(/[?#].*$/s, '')
          .replace(STYLE, '$1'),
      ),
    ]),
  ].filter((path) => path !== '' && !path.includes('\0'));
}
