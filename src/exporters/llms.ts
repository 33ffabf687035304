import type { List, Root, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Archive } from '../archive/archive.ts';
import { paths } from '../archive/paths.ts';
import { address } from './address.ts';
import { articleDataPaths } from './articles-jsonl.ts';
import { ARCHIVE_FEED } from './atom-document.ts';
import type { Exporter } from './exporter.ts';
import { inputsDigest } from './inputs.ts';
import { llmsStrings as t } from './strings.ts';

const PATH = 'llms.txt';
/** Authors and topics named in it. */
const NAMED = 50;

/** A link of the file, with what it says of it. */
interface Link {
  name: string;
  to: string;
  note: string;
}

/** `llms.txt` (https://llmstxt.org): what the archive is and where its text lies, for programs that read. */
export const llms: Exporter = {
  name: 'llms',
  needsOrigin: false,
  *files({ archive }) {
    const text = toMarkdown(root(archive), { bullet: '-' });
    yield { path: PATH, inputs: inputsDigest(text), chunks: () => [text] };
  },
};

function root(archive: Archive): Root {
  const { settings, entries, authors, topics } = archive;
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: settings.title }] },
    { type: 'blockquote', children: [paragraph(settings.description)] },
    paragraph(t.about(entries.length, span(archive))),
    paragraph(t.twins),
    ...section(archive, t.data, data(archive)),
    ...section(archive, t.years, years(archive)),
    ...section(archive, t.authors, authors.slice(0, NAMED).map(group)),
    ...section(archive, t.topics, topics.slice(0, NAMED).map(group)),
  ];
  return { type: 'root', children };
}

const paragraph = (value: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, value }],
});

function section({ settings }: Archive, title: string, links: readonly Link[]): RootContent[] {
  if (links.length === 0) return [];
  const list: List = {
    type: 'list',
    spread: false,
    children: links.map(({ name, to, note }) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: address(settings, PATH, to), children: [{ type: 'text', value: name }] },
            { type: 'text', value: `: ${note}` },
          ],
        },
      ],
    })),
  };
  return [{ type: 'heading', depth: 2, children: [{ type: 'text', value: title }] }, list];
}

function data({ entries }: Archive): Link[] {
  return [
    ...articleDataPaths(entries).map((path) => ({ name: path, to: path, note: t.articles })),
    { name: 'articles.schema.json', to: 'articles.schema.json', note: t.schema },
    { name: 'manifest.json', to: 'manifest.json', note: t.manifest },
    { name: ARCHIVE_FEED, to: ARCHIVE_FEED, note: t.feed },
  ];
}

function years({ years }: Archive): Link[] {
  return [...years].map(([year, months]) => ({
    name: year,
    to: paths.year(year),
    note: t.count([...months.values()].reduce((sum, { length }) => sum + length, 0)),
  }));
}

const group = ({ name, path, entries }: Archive['authors'][number]): Link => ({
  name,
  to: path,
  note: t.count(entries.length),
});

function span({ years }: Archive): string | null {
  const [first, last] = [[...years.keys()][0], [...years.keys()].at(-1)];
  return first && last ? `${first}–${last}` : null;
}
