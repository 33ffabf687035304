/** Kinds of boxes as other generators name them, and the kind they are shown as. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  note: [
    'note',
    'default',
    'primary',
    'quote',
    'cite',
    'abstract',
    'summary',
    'tldr',
    'example',
    'seealso',
    'simple',
    'question',
    'faq',
    'help',
    '笔记',
  ],
  info: ['info', 'information', 'todo', 'notice', '信息'],
  tip: ['tip', 'hint', 'success', 'check', 'done', '提示'],
  warning: ['warning', 'warn', 'caution', 'attention', 'important', '注意', '警告'],
  danger: ['danger', 'error', 'fail', 'failure', 'missing', 'bug', 'fatal', '危险'],
};
const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);

/** The kind of box that a name stands for; null for a name of no box. */
export const boxKind = (name: string): string | null => KIND_OF.get(name.toLowerCase()) ?? null;

/** Text as it stands in HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Text in which Markdown reads no mark of a link. */
export const escapeLabel = (text: string): string => text.replace(/[\\[\]]/g, '\\$&');

/** The address of a page or file by its name, wherever it lies: `name` may end in an anchor. */
export function wikiAddress(name: string): string {
  const at = name.indexOf('#');
  const [page, anchor] = at === -1 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)];
  return `wiki:${encode(page.trim())}${anchor ? `#${encode(anchor.trim())}` : ''}`;
}

const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[()*'!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );

/** An address as Markdown takes it, whatever it holds. */
export const target = (address: string): string =>
  /^[^\s<>()\\]+$/.test(address) ? address : `<${address.trim().replace(/[<>\n]/g, encodeURIComponent)}>`;

/** A link in Markdown. */
export const link = (text: string, address: string): string =>
  `[${escapeLabel(text || address)}](${target(address)})`;

/** A picture: as Markdown, or as HTML where its size is known. */
export function picture(address: string, alt: string, width = '', height = ''): string {
  if (!width && !height) return `![${escapeLabel(alt)}](${target(address)})`;
  const size = [
    ['width', width],
    ['height', height],
  ].map(([name, value]) => (value ? ` ${name}="${escapeHtml(value ?? '')}"` : ''));
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${size.join('')}>`;
}

/** The beginning of a box. Blank lines around it make what is inside Markdown. @param title Markdown; empty for the name of the kind */
export function openBox(kind: string, title: string, indent = ''): string {
  const head =
    title.trim() === ''
      ? ''
      : `\n\n${indent}<div class="box-title">\n\n${indent}${title.trim()}\n\n${indent}</div>`;
  return `\n\n${indent}<div class="box box-${kind}"${head ? '' : ` data-label="${kind}"`}>${head}\n\n${indent}`;
}

/** The beginning of a box that opens when somebody asks. @param title Markdown in one line */
export const openFold = (kind: string, title: string, open: boolean, indent = ''): string =>
  `\n\n${indent}<details class="box box-${kind}"${open ? ' open' : ''}><summary>${escapeHtml(title.trim()) || '…'}</summary>\n\n${indent}`;

export const closeBox = (indent = ''): string => `\n\n${indent}</div>\n\n${indent}`;
export const closeFold = (indent = ''): string => `\n\n${indent}</details>\n\n${indent}`;

/** Code in a fence that nothing in it ends. */
export function fenced(code: string, language: string, indent = ''): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const lines = code
    .replace(/^[ \t]*\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n');
  const body = lines.map((line) => `${indent}${line}`).join('\n');
  return `\n\n${indent}${fence}${/^[\w+#.-]{1,40}$/.test(language) ? language : ''}\n${body}\n${indent}${fence}\n\n${indent}`;
}
