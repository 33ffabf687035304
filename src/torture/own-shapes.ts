/** An article that is hard to read for its shape. */
export interface Shape {
  name: string;
  text: string;
}

/** Articles of about `size` characters each. */
export function* shapes(size: number): Iterable<Shape> {
  const of = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const front = (fields: string): string => `---\n${fields}\n---\n\n一段。\n`;
  const rows = Math.ceil(Math.sqrt(size / 2));
  yield { name: 'table', text: `|${'a|'.repeat(rows)}\n|${'-|'.repeat(rows)}\n${'|\n'.repeat(rows)}` };
  yield { name: 'flat list', text: of('- 字\n') };
  yield {
    name: 'nested list',
    text: Array.from({ length: Math.ceil(Math.sqrt(size)) }, (_, at) => `${'  '.repeat(at)}- 字`).join('\n'),
  };
  yield { name: 'quotes', text: of('> ') };
  for (const unit of [
    '![',
    '[',
    '*a_',
    '`',
    '<a',
    '&',
    '](',
    '[^1]',
    '**a**',
    '<!--',
    '\\',
    '"',
    '<div>',
    '</p>',
    '<b><i>',
  ])
    yield { name: `${unit} × n`, text: of(unit) };
  for (const tag of ['style', 'script', 'svg', 'textarea', 'table', 'select', 'title'])
    yield { name: `<${tag}> × n`, text: of(`<${tag}>`) };
  yield { name: 'footnotes', text: of('字[^a]\n\n[^a]: 注\n\n') };
  yield { name: 'headings', text: of('# 字\n') };
  yield { name: 'one heading', text: `# ${of('字')}` };
  yield { name: 'Han without punctuation', text: of('旧闻') };
  yield { name: 'fields', text: front(of('ab: 1\n').replaceAll(/ab/g, uniqueKey())) };
  yield {
    name: 'tags',
    text: front(`tags: [${Array.from({ length: size / 8 }, (_, at) => `t${at}`).join(', ')}]`),
  };
  yield { name: 'title', text: front(`title: ${of('题')}`) };
  yield { name: 'name', text: front(`name: ${of('名')}`) };
  yield { name: 'aliases', text: front(of('a: &a [*a, *a]\n')) };
  yield { name: 'brackets in a field', text: front(`x: ${of('[')}`) };
  yield { name: 'definitions', text: of('[a]: /b "c"\n') };
}

function uniqueKey(): () => string {
  let at = 0;
  return () => `k${at++}`;
}
