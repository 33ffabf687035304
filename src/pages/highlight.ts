import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';
import { withoutReferences } from './unescape.ts';

/** Grammars are loaded one by one, when a block first names them: a build without such blocks loads nothing. */
const load = createRequire(import.meta.url);

/** Characters of a block, and of all blocks of an article, that are coloured: grammars may take time that grows with the square of a line. */
const LONGEST = 6_000;
const ALL = 40_000;
/** Characters of a line; longer ones are data. */
const LONGEST_LINE = 1_000;

/** The grammar of a name, where it is another. */
const GRAMMARS: Readonly<Record<string, string>> = {
  sh: 'bash',
  shell: 'bash',
  zsh: 'bash',
  console: 'shell',
  'shell-session': 'shell',
  py: 'python',
  python3: 'python',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  node: 'javascript',
  ts: 'typescript',
  tsx: 'typescript',
  html: 'xml',
  svg: 'xml',
  vue: 'xml',
  'c++': 'cpp',
  cc: 'cpp',
  h: 'c',
  'c#': 'csharp',
  cs: 'csharp',
  'f#': 'fsharp',
  objc: 'objectivec',
  'objective-c': 'objectivec',
  golang: 'go',
  rb: 'ruby',
  rs: 'rust',
  kt: 'kotlin',
  yml: 'yaml',
  toml: 'ini',
  conf: 'ini',
  cfg: 'ini',
  docker: 'dockerfile',
  make: 'makefile',
  mk: 'makefile',
  md: 'markdown',
  ps1: 'powershell',
  bat: 'dos',
  cmd: 'dos',
  patch: 'diff',
  jsonc: 'json',
  json5: 'json',
  viml: 'vim',
  vimscript: 'vim',
  asm: 'x86asm',
  assembly: 'x86asm',
  nasm: 'x86asm',
  tex: 'latex',
  hs: 'haskell',
  pl: 'perl',
  ex: 'elixir',
  clj: 'clojure',
  postgresql: 'pgsql',
  mysql: 'sql',
};

/** Beginnings that name a language as surely as a fence does. */
const FIRST_LINES: readonly [beginning: RegExp, language: string][] = [
  [/^#! ?\/(?:usr\/)?bin\/(?:env )?(?:ba|z|da|k)?sh\b/, 'bash'],
  [/^#! ?\/(?:usr\/)?(?:local\/)?bin\/(?:env )?python[\d.]*\b/, 'python'],
  [/^#! ?\/(?:usr\/)?bin\/(?:env )?perl\b/, 'perl'],
  [/^#! ?\/(?:usr\/)?bin\/(?:env )?ruby\b/, 'ruby'],
  [/^#! ?\/(?:usr\/)?bin\/(?:env )?node\b/, 'javascript'],
  [/^<\?php\b/, 'php'],
  [/^<(?:\?xml |!doctype html)/i, 'xml'],
  [/^#include ?<\w[\w/.]*>/, 'cpp'],
  [/^diff --git a\//, 'diff'],
];

/** A block of code as `src/article/` writes it. */
const BLOCK = /(<pre(?: tabindex="0")?>)<code(?: class="language-([^"]+)")?>([^<]*)<\/code><\/pre>/g;

/**
 * Colours blocks of code whose language is certain, because the fence or the first line names it, and says the language.
 * What the grammar makes has the letters of the block and no others; where it does not, the block stays as it is.
 * @param html clean HTML as `src/article/` writes it
 */
export function highlightCode(html: string): string {
  if (!html.includes('<code')) return html;
  let left = ALL;
  return html.replace(BLOCK, (block, pre: string, named: string | undefined, text: string) => {
    const name = named === undefined ? beginningOf(text) : withoutReferences(named).toLowerCase();
    if (name === null) return block;
    const label = named === undefined ? name : named;
    const tag = named === undefined ? '<code>' : `<code class="language-${named}">`;
    const open = pre.replace('>', ` data-language="${label}">`);
    const code = withoutReferences(text);
    const isShort =
      code.length <= Math.min(LONGEST, left) && !code.split('\n').some((line) => line.length > LONGEST_LINE);
    const coloured = isShort ? colour(code, name) : null;
    if (coloured === null) return `${open}${tag}${text}</code></pre>`;
    left -= code.length;
    return `${open}${tag}${coloured}</code></pre>`;
  });
}

/** The language that a block's first line names. */
function beginningOf(text: string): string | null {
  // Three signs begin such lines: most blocks are passed over at once.
  if (!/^(?:#[!i]|&lt;[?!]|&#x3C;[?!]|diff )/.test(text)) return null;
  const line = withoutReferences(text.slice(0, 200));
  return FIRST_LINES.find(([beginning]) => beginning.test(line))?.[1] ?? null;
}

/** Commands with the prompts before them, and what they print. */
const SESSION = /^(?:[\w.-]+@[\w.-]+[^$#\n]{0,80})?[$#] \S/m;

/** Code as HTML with classes; null where no grammar is known. */
function colour(code: string, name: string): string | null {
  const known = GRAMMARS[name] ?? name;
  const grammar = known === 'bash' && SESSION.test(code) ? 'shell' : known;
  const highlighter = highlighterFor(grammar);
  if (!highlighter) return null;
  const { value } = highlighter.highlight(code, { language: grammar, ignoreIllegals: true });
  return withoutReferences(value.replace(/<\/?span[^>]*>/g, '')) === code ? value : null;
}

/** Grammars that others hold: each highlighter knows these and its own, so that no block is coloured by what came before it in the process. */
const HELD = ['xml', 'css', 'javascript', 'json', 'bash', 'php', 'ruby', 'yaml', 'sql'];

/** Highlighters by the grammar they are for; null where there is none of that name. */
const highlighters = new Map<string, HLJSApi | null>();

/** The highlighter for a grammar; null where there is none of that name. */
function highlighterFor(name: string): HLJSApi | null {
  const known = highlighters.get(name);
  if (known !== undefined) return known;
  const made = makeHighlighter(name);
  highlighters.set(name, made);
  return made;
}

function makeHighlighter(name: string): HLJSApi | null {
  const grammar = /^[a-z\d-]{1,30}$/.test(name) ? grammarOf(name) : null;
  if (!grammar) return null;
  const highlighter = (load('highlight.js/lib/core') as HLJSApi).newInstance();
  for (const held of HELD) {
    const other = grammarOf(held);
    if (other) highlighter.registerLanguage(held, other);
  }
  highlighter.registerLanguage(name, grammar);
  return highlighter;
}

function grammarOf(name: string): LanguageFn | null {
  try {
    return load(`highlight.js/lib/languages/${name}`) as LanguageFn;
  } catch {
    return null;
  }
}
