/** An article made to cost much: one construct, over and over. */
export interface Shape {
  name: string;
  text: string;
}

const HEAD = '---\ntitle: 形状\ntime: 2013-08-01 07:11\n---\n\n';

type Make = (size: number) => string;

/** A unit as often as fits into a size. */
const fill =
  (unit: string, before = '', after = ''): Make =>
  (size) =>
    before + unit.repeat(Math.max(1, Math.floor(size / unit.length))) + after;

/** Units with a number each, until a size is reached. */
const numbered =
  (unit: (number: number) => string, before = '', after = ''): Make =>
  (size) => {
    const parts: string[] = [];
    for (let length = 0, number = 0; length < size; number++) {
      const part = unit(number);
      parts.push(part);
      length += part.length;
    }
    return before + parts.join('') + after;
  };

/** Two halves of one number of units. */
const pairs =
  (open: string, close: string, inner = ''): Make =>
  (size) => {
    const count = Math.max(1, Math.floor(size / (open.length + close.length)));
    return open.repeat(count) + inner + close.repeat(count);
  };

/** Levels, each indented further than the one before: a text of a size has about the root of it. */
const stairs =
  (line: string): Make =>
  (size) => {
    const parts: string[] = [];
    for (let length = 0, depth = 0; length < size; depth++) {
      const part = `${'  '.repeat(depth)}${line}\n`;
      parts.push(part);
      length += part.length;
    }
    return parts.join('');
  };

/** A table with as many columns as a share of the size, the rest rows of one cell. */
const wideTable =
  (share: number): Make =>
  (size) => {
    const columns = Math.max(2, Math.min(490, Math.floor((size * share) / 4)));
    const head = `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n`;
    return head + '|b\n'.repeat(Math.max(1, Math.floor((size - head.length) / 3)));
  };

const sizedTable = (columns: number): Make => {
  const head = `|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n`;
  return fill('b\n', head);
};

/** Bodies: what stands below a front matter of two fields. */
const BODIES: Record<string, Make> = {
  'table, wide head, short rows': wideTable(0.1),
  'table of one block of rows': fill('|b|c|\n', '|a|b|\n|-|-|\n'),
  'table of one row': fill('a|', '|', '\n'),
  'table of one head': (size) => `|${'a|'.repeat(size / 4)}\n|${'-|'.repeat(size / 4)}\n|b|\n`,
  'tables, one after the other': fill('|a|b|\n|-|-|\n|c|d|\n\n'),
  'tables of 100 columns': fill(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'|b\n'.repeat(100)}\n`),
  'table without outer bars': sizedTable(400),
  'table in a quotation': (size) =>
    `> ${`|${'a|'.repeat(300)}`}\n> ${`|${'-|'.repeat(300)}`}\n${'> |b\n'.repeat(size / 5)}`,
  'table in a list': (size) => `- |${'a|'.repeat(300)}\n  |${'-|'.repeat(300)}\n${'  |b\n'.repeat(size / 5)}`,
  'table in HTML': fill('<tr><td>a', '<table>'),
  'table in HTML with wide spans': fill('<tr><td colspan=1000 rowspan=1000>a', '<table>'),
  'tables in tables in HTML': fill('<table><tr><td>'),
  'list, flat': fill('- a\n'),
  'list, flat, with stars': fill('* a\n'),
  'list, numbered': fill('1. a\n'),
  'list, loose': fill('- a\n\n'),
  'list of empty items': fill('-\n'),
  'list of tasks': fill('- [ ] a\n'),
  'list, its marks changing': fill('- a\n+ b\n* c\n'),
  'list with paragraphs': fill('- a\n\n  b\n\n'),
  'list nested by indentation': stairs('- a'),
  'list nested by indentation, numbered': stairs(' 1. a'),
  'list nested by tabs': (size) => stairs('- a')(size).replaceAll('  ', '\t'),
  'list nested on one line': fill('- ', '', 'a'),
  'lists nested 50 deep': (size) => stairs('- a')(2_500).repeat(Math.max(1, Math.floor(size / 2_500))),
  'lists nested 50 deep, with blank lines': (size) =>
    `${stairs('- a')(2_500)}\n`.replaceAll('\n', '\n\n').repeat(Math.max(1, Math.floor(size / 2_600))),
  'quotation, flat': fill('> a\n'),
  'quotation, nested': fill('> ', '', 'a'),
  'quotations nested 50 deep': fill(`${'> '.repeat(50)}a\n`),
  'quotations, one after the other': fill('> a\n\n'),
  'quotation goes on lazily': fill('a\n', '> '),
  'open pictures': fill('!['),
  'open pictures, a line each': fill('![\n'),
  'open pictures, a block each': fill('![\n\n'),
  'open brackets': fill('['),
  'closing brackets': fill(']'),
  'brackets in brackets': pairs('[', ']', 'a'),
  'open links': fill('[a]('),
  'open links with angles': fill('[a](<b'),
  'links in links': pairs('[', '](b)'),
  'pictures in pictures': pairs('![', '](b)'),
  'empty links': fill('[]()'),
  'links with titles': fill('[a](b "c'),
  'links with parentheses': (size) => `[a](${'('.repeat(size / 2)}${')'.repeat(size / 2)})`,
  'references to nothing': fill('[a][b]'),
  'references to one definition': fill('[a]', '[a]: /b\n\n'),
  'references that expand': (size) =>
    `[a]: /${'b'.repeat(size / 2)}\n\n${'[a] '.repeat(Math.floor(size / 8))}`,
  stars: fill('*'),
  'stars and letters': fill('*a '),
  'stars, opening': fill('a *a', ''),
  'stars, two and one': fill('**a *b '),
  'stars around Han': fill('**「字」**'),
  'emphasis in emphasis': pairs('*a ', ' a*'),
  'emphasis in emphasis, doubled': pairs('*a **a ', ' a** a*'),
  underscores: fill('_a_'),
  'underscores, spaced': fill('_a_ '),
  'underscores, a block each': fill('_a_ _b_ _c_\n\n'),
  'stars and underscores': fill('*_a'),
  tildes: fill('~a~'),
  'tildes, open': fill('~~a '),
  ticks: fill('`'),
  'ticks, ever longer': numbered((number) => `a${'`'.repeat((number % 800) + 1)}`),
  'ticks, a letter between': fill('`a``b'),
  'ticks, a block each': fill('`a\n\n'),
  backslashes: fill('\\'),
  escapes: fill('\\*'),
  'angles, open': fill('<'),
  'angles, closing': fill('>'),
  'angles with letters': fill('<a '),
  'addresses in angles': fill('<http://a.b>'),
  bars: fill('|'),
  'bars, a line each': fill('|\n'),
  'bars and dashes': fill('|-'),
  ampersands: fill('&'),
  entities: fill('&amp;'),
  'entities, doubled': fill('&amp;amp;'),
  'entities, open': fill('&#x'),
  'entities of nothing': fill('&abcdefgh;'),
  ats: fill('@'),
  'mail addresses': fill('a@b.c '),
  'mail addresses without spaces': fill('a@b.c'),
  'mail address, long': fill('a.', '', '@b.c'),
  'dots and letters beside a mail address': fill('a.', 'a@b.c '),
  'dashes and letters beside an address': fill('a-', 'http://b.c '),
  'bare addresses': fill('http://a.b/c '),
  'bare addresses without spaces': fill('http://a.b/'),
  'bare addresses before Han': fill('http://a.b/c，字'),
  'bare address, long': fill('a', 'http://a.b/'),
  'bare address with parentheses': fill(')', 'http://a.b/('),
  'bare address with marks': fill('&amp;', 'http://a.b/'),
  'www without end': fill('www.'),
  'colons and slashes': fill('://'),
  footnotes: numbered((number) => `[^${number}] [^${number}]: a\n\n`),
  'footnote definitions': numbered((number) => `[^${number}]: a\n`),
  'footnotes used': numbered((number) => `a[^${number}]\n\n[^${number}]: b\n\n`),
  'footnote used over and over': fill('a[^1] ', '[^1]: b\n\n'),
  'footnote, long': fill('字句', 'a[^1]\n\n[^1]: '),
  'footnote name, long': (size) => `[^${'a'.repeat(size / 2)}]\n\n[^${'a'.repeat(size / 2)}]: b`,
  'footnotes in footnotes': numbered((number) => `[^${number}]: a[^${number + 1}]\n\n`, '[^0]\n\n'),
  definitions: numbered((number) => `[a${number}]: /b\n`),
  'definitions, a block each': numbered((number) => `[a${number}]: /b\n\n`),
  'definitions of one name': fill('[a]: /b\n'),
  'definitions, open': fill('[a\n'),
  'definitions with open titles': fill('[a]: /b "c\n'),
  'definitions in a quotation': numbered((number) => `> [a${number}]: /b\n`),
  headings: fill('# 字\n\n'),
  'headings of one text': fill('## 同一个标题\n'),
  'headings, each its own': numbered((number) => `## 标题 ${number}\n\n`),
  'headings that collide': numbered((number) => `## a ${number % 3 ? '' : number}\n`),
  'heading, long': fill('字句', '# '),
  'heading of marks': fill('#'),
  'heading of marks, closed': fill('# '),
  'heading, underlined, long': fill('字\n', '', '==='),
  underlines: fill('a\n=\n'),
  rules: fill('---\n'),
  'rules, long': fill('- ', '', '*'),
  'rule, nearly': fill('* ', '', 'a'),
  'code fences': fill('```\n'),
  'code fences, ever longer': numbered((number) => `${'`'.repeat((number % 600) + 3)}\n`),
  'code fence, open': fill('a\n', '```\n'),
  'code, indented': fill('    a\n'),
  'code, indented, loose': fill('    a\n\n'),
  'line, Han': fill('字'),
  'line, Latin': fill('a'),
  'line, one word and one space': fill('a '),
  'line of spaces': fill(' ', 'a', 'b'),
  'line of tabs': fill('\t', 'a', 'b'),
  'lines of spaces': fill(' \n'),
  'line ends': fill('\n', 'a', 'b'),
  'hard line ends': fill('a  \n'),
  'lines of one letter': fill('a\n'),
  'lines of one Han character': fill('字\n'),
  paragraphs: fill('字。\n\n'),
  'paragraphs, each its own': numbered((number) => `第${number}段，说的是第${number * 7}件事。\n\n`),
  'paragraphs, equal, long': fill('这一段每次都是一样的，连一个字也不差，从头到尾都是。\n\n'),
  'paragraphs of question marks': fill('?字？'),
  'paragraph and all its parts': numbered(
    (number) => `第${number}段，说的是第${number * 7}件事，长得很。\n\n`,
    '',
    '\n\n',
  ),
  'invisible characters': fill('\u200b字'),
  joiners: fill('\u200d'),
  'combining marks': fill('\u0301', 'a'),
  'direction marks': fill('\u202e字'),
  'Hangul, halves': fill('각'),
  'emoji families': fill('👩‍👩‍👧‍👦'),
  surrogates: fill('𠀀'),
  'replacement characters': fill('\ufffd'),
  'comments, open': fill('<!--'),
  'comments, open, a block each': fill('<!-- a\n\n'),
  comments: fill('<!-- a -->'),
  'comments, nearly closed': fill('--', '<!--'),
  doctypes: fill('<!doctype '),
  instructions: fill('<?a '),
  'CDATA, open': fill('<![CDATA['),
  declarations: fill('<!A '),
  'styles, open': fill('<style>'),
  'styles, open, a block each': fill('<style>\n\n'),
  'scripts, open': fill('<script>'),
  'scripts, open, a line each': fill('<script>\n'),
  'templates, open': fill('<template>'),
  'svg, open': fill('<svg>'),
  'math, open': fill('<math><mi>'),
  'textareas, open': fill('<div><textarea>'),
  'divs, open': fill('<div>'),
  'divs, open, a line each': fill('<div>\n'),
  'divs, open, a block each': fill('<div>\n\n'),
  'divs, closed': pairs('<div>', '</div>', 'a'),
  'divs, closed only': fill('</div>'),
  'bold, open': fill('<b>'),
  'bold, open, in a block': fill('<b>', '<div>'),
  'bold, open, a paragraph each': fill('<p><b>a', '<div>'),
  'links, open, in a block': fill('<a href=b>', '<div>'),
  'bold and divs crossed': fill('<b><div></b></div>', '<div>'),
  'bold and spans crossed': fill('<b><i></b></i>', '<div>'),
  'spans in a paragraph': fill('<span>', 'a'),
  'spans, closed': pairs('<span>', '</span>', 'a'),
  'pictures in HTML': fill('<img src=a>'),
  'pictures in HTML, open': fill('<img '),
  'line breaks in HTML': fill('a<br>'),
  'list items in HTML': fill('<li>a', '<ul>'),
  'lists in HTML, nested': fill('<ul><li>'),
  'paragraphs in HTML': fill('<p>a', '<div>'),
  'details in details': fill('<details><summary>a</summary>'),
  'selects and options': fill('<option>a', '<select>'),
  ruby: fill('<ruby>字<rt>zi', '<div>'),
  'definition lists in HTML': fill('<dt>a<dd>b', '<dl>'),
  'formatting elements reopened': fill('<p><b><i><u><s><em>', '<div>'),
  attributes: numbered((number) => ` a${number}=b`, '<div', '>'),
  'formatting elements, each its own, reopened': numbered((number) => `<p><b class=a${number}>a`, '<div>'),
  'formatting elements, each its own, a block each': numbered((number) => `<div><i title=a${number}>a\n\n`),
  'references to a long definition, a block each': (size) =>
    `[a]: /${'b'.repeat(size / 2)}\n\n${'[a]\n\n'.repeat(Math.floor(size / 10))}`,
  'footnotes of one name': fill('[^1]: a\n\n', '[^1]\n\n'),
  'attributes of quotes': fill('a="', '<div ', '>'),
  'attribute, long': fill('a', '<div title="', '">b</div>'),
  'quotes in tags': fill('<a "', '<div>'),
  'unknown tags': fill('<x-y>', '<div>'),
  'unknown tags in a paragraph': fill('<x>', 'a'),
  pictures: fill('![a](b.png)\n\n'),
  'pictures inside the page': fill('![a](data:image/png;base64,AAAA)'),
  'picture inside the page, large': fill('AAAA', '![a](data:image/png;base64,', ')'),
  'picture address, long': fill('a', '![a](http://b.c/', ')'),
  'link address, long': fill('a', '[a](http://b.c/', ')'),
  'link address of escapes': fill('%E5', '[a](http://b.c/', ')'),
  'words of a template': fill('{{ a }}{% b %}'),
  base64: fill('QUJDRA=='),
  zeroes: fill('0'),
  numbers: fill('1 '),
  'numbers and dots': fill('1.'),
  'control characters': fill('\x01a字b字c字d字e字f字g字'),
  'control characters, a line each': fill('字字字字字字字字字字字字字\x01\n'),
  'carriage returns': fill('a\r'),
  'title in the body over and over': fill('# 形状\n\n'),
};

const field =
  (name: string, make: Make): Make =>
  (size) =>
    `---\ntitle: a\n${name}: ${make(size)}\n---\n\n字\n`;
const front =
  (make: Make): Make =>
  (size) =>
    `---\ntitle: a\n${make(size)}\n---\n\n字\n`;

/** Front matters, and files without any. */
const FILES: Record<string, Make> = {
  keys: front(numbered((number) => `key${number}: a\n`)),
  'keys that need YAML': front(numbered((number) => `key${number}: [a]\n`)),
  'key over and over': front(fill('key: a\n')),
  'key over and over, with a value each': front(numbered((number) => `key: ${number}\n`)),
  'titles over and over': front(numbered((number) => `title: ${number}\n`)),
  'lines that continue': front(fill('  a\n', 'key: a\n')),
  'lines that are nothing': front(fill('一句话\n')),
  'list of a field': front(fill('- a\n', 'key:\n')),
  'list of a field that is no YAML': front(fill('- a: [\n', 'key:\n')),
  'maps nested': front((size) => stairs('a:')(size)),
  'brackets nested': field('key', pairs('[', ']')),
  'braces nested': field('key', pairs('{a: ', '}')),
  'brackets open': field('key', fill('[')),
  'braces open': field('key', fill('{')),
  'quote open': field('key', fill('a\n ', '"')),
  'lists nested on one line': field('key', fill('- ', '\n  ')),
  'question marks': front(fill('? ')),
  'block scalar': field('key', fill('  a\n', '|\n')),
  anchors: front(numbered((number) => `a${number}: &a${number} [b]\n`)),
  aliases: front(fill('- *a\n', 'a: &a [b]\nkey:\n')),
  'alias bomb': front(
    numbered((number) =>
      number === 0 ? 'a0: &a0 [b]\n' : `a${number}: &a${number} [${`*a${number - 1},`.repeat(9)}]\n`,
    ),
  ),
  'merge keys': front(fill('<<: *a\n', 'a: &a {b: c}\n')),
  'tags of YAML': front(numbered((number) => `a${number}: !b c\n`)),
  'comments in front matter': front(fill('# a\n')),
  documents: front(fill('--- a\n')),
  'tabs in front matter': front(fill('\tkey: a\n')),
  'quotes in front matter': front(fill("key: 'a\n")),
  tags: field(
    'tags',
    numbered((number) => `标${number}, `),
  ),
  'tags in a list': front(numbered((number) => `- 标${number}\n`, 'tags:\n')),
  'tag, long': field('tags', fill('字')),
  'tags that are equal': field('tags', fill('标, ')),
  'tags of many cases': field(
    'tags',
    numbered((number) => `tom${'!'.repeat(number % 50)}, `),
  ),
  'author, long': field('author', fill('字')),
  authors: front(numbered((number) => `- 人${number}\n`, 'author:\n')),
  'title, long': (size) => `---\ntitle: ${fill('字')(size)}\n---\n\n字\n`,
  'title of entities': (size) => `---\ntitle: ${fill('&amp;')(size)}\n---\n\n字\n`,
  'title of brackets': (size) => `---\ntitle: ${fill('[')(size)}\n---\n\n字\n`,
  'title of marks': (size) => `---\ntitle: ${fill('。')(size)}\n---\n\n字\n`,
  'id, long': field('id', fill('a')),
  'url, long': field('url', fill('a', 'http://b.c/')),
  'url of queries': field('url', fill('&a=b', 'http://b.c/?a=b')),
  'url of segments': field('url', fill('a/', 'http://b.c/')),
  'url of numbers': field('url', fill('123-', 'http://b.c/')),
  'time, long': field('time', fill('2013-08-01 ')),
  'time of digits': field('time', fill('1')),
  'data of one long value': field('key', fill('字')),
  'value of spaces': field('key', fill(' ', 'a', 'b')),
  'value of spaces, the last of another kind': field('key', fill(' ', 'a', '\u00a0')),
  'value of quotes': field('key', fill('"')),
  'halves of characters': field('tags', fill('"\\ud800", ', '[', '"a"]')),
  'address, long, of relative links': (size) =>
    `---\ntitle: a\nurl: http://a.b/${'c/'.repeat(size / 4)}\n---\n\n${'[d](e)\n\n'.repeat(size / 16)}`,
  'value of colons': field('key', fill('a: ')),
  'no front matter, one line': fill('字'),
  'no front matter, sentences': fill('字。'),
  'no front matter, dots': fill('a. '),
  'no front matter, a heading': fill('字', '# '),
  'no front matter, fields': numbered((number) => `title: ${number}\n`),
  fences: fill('---\n'),
  'fence missing': (size) => `---\ntitle: a\n${fill('一句话\n\n')(size)}`,
  'fence missing, headings': (size) => `---\ntitle: a\n${fill('## 字\n')(size)}`,
  'blank lines before the front matter': (size) => `${fill('\n')(size)}${HEAD}字\n`,
};

/** Marks of the dialects (`src/dialects/`), over and over, most of them without an end. */
const DIALECTS: Record<string, Make> = {
  'an item of dashes': (size) => `- 字\n- ${'-'.repeat(size)}x\n`,
  'a quotation of blanks': (size) => `> 字\n>${' '.repeat(size)}x\n`,
  'a fence of ticks': (size) => `${'`'.repeat(size)}x\n字\n`,
  'an item of bars and dots': (size) => `- 字\n- ${'|:1.-'.repeat(size / 5)}x\n`,
  'tags without an end': fill('{% a '),
  'tags with none that ends them': fill('{% note %}\n'),
  'tags that are unknown': numbered((number) => `{% t${number} %} `),
  'tags in tags': pairs('{% note %}\n', '{% endnote %}\n', '字'),
  'shortcodes without an end': fill('{{< a '),
  'shortcodes in shortcodes': pairs('{{< note >}}\n', '{{< /note >}}\n', '字'),
  'containers without an end': fill('::: tip\n'),
  'containers in containers': pairs('::: tip\n', ':::\n', '字\n'),
  'a container with blanks': (size) => `::: tip${' '.repeat(size)}:\n字\n:::\n`,
  'boxes in boxes': stairs('!!! note "a"'),
  'a box with blanks': (size) => `!!! note${' '.repeat(size)}"\n    字\n`,
  'wiki links without an end': fill('[[a'),
  'wiki links': numbered((number) => `[[页${number}]] `),
  'highlights without an end': fill('==字'),
  'comments without an end': fill('%% 字 '),
  'comment lines': fill('%%\n字\n'),
  dollars: fill('$a '),
  'formulas in one line': numbered((number) => `$x_{${number}}$，`),
  'double dollars': fill('$$a'),
  'brackets of formulas': fill('\\['),
  'brackets of formulas, closed once': (size) => `${fill('\\[ ')(size)}\\]`,
  'environments without an end': fill('\\begin{align}\n'),
  'deep formula': (size) =>
    `$${'{'.repeat(Math.min(size / 2, 4000))}x${'}'.repeat(Math.min(size / 2, 4000))}$ ${fill('字。')(size)}`,
  'pictures with sizes without an end': fill('![a'),
  'drawings without an end': fill('![](data:image/svg+xml,'),
  'attributes without an end': fill('{: .a '),
  'a heading of blanks': (size) => `# 字${' '.repeat(size)}x\n`,
  components: numbered((number) => `<Tab${String.fromCharCode(97 + (number % 26))}>\n`),
  'blanks in emphasis': fill('**字 **'),
  'blanks in emphasis, blocks': fill('**字 **字\n\n'),
  backticks: numbered((number) => `${'`'.repeat((number % 90) + 1)}字`),
  'callouts in callouts': (size) => fill('字\n', `${'> '.repeat(40)}[!NOTE]\n`)(size),
  'links of references': numbered((number) => `[a](b/${number}.md) `),
  'pictures of references': numbered((number) => `![a](b/${number}.png) `),
  anchors: numbered((number) => `<a name="a${number}"></a>`),
  'lines of verse': fill('山月不知\n'),
};

/** The articles that cost most for their length: each about as many characters long as asked for. */
export function* shapes(size: number): Generator<Shape> {
  const body = (make: Make) => HEAD + make(size);
  for (const [name, make] of Object.entries(BODIES)) yield { name, text: body(make) };
  for (const [name, make] of Object.entries(DIALECTS)) yield { name: `dialect: ${name}`, text: body(make) };
  for (const [name, make] of Object.entries(FILES)) yield { name: `front matter: ${name}`, text: make(size) };
}
