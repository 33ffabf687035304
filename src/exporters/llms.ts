import type { List, Paragraph, Root, RootContent, Text } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Archive } from '../archive/archive.ts';
import type { ArticleGroup } from '../archive/groups.ts';
import { paths } from '../archive/paths.ts';
import type { Strings } from '../locales/index.ts';
import { address } from './address.ts';
import { dataParts } from './articles-jsonl.ts';
import { ARCHIVE_FEED } from './atom-document.ts';
import type { Exporter } from './exporter.ts';
import { outputKey } from './output-key.ts';

const PATH = 'llms.txt';
/** Authors and topics named in it. */
const NAMED = 50;

/** A link of the file, with a note on it. */
interface Link {
  name: string;
  to: string;
  note: string;
}

type Words = Strings['llms'];

/** `llms.txt` (https://llmstxt.org): describes the archive and where its text lies, to programs that read. */
export const llms: Exporter = {
  name: 'llms',
  *files({ archive, strings }) {
    const text = toMarkdown(root(archive, strings.llms), { bullet: '-' });
    yield { path: PATH, key: outputKey(text), chunks: () => [text] };
  },
};

function root(archive: Archive, t: Words): Root {
  const { settings, entries, authors, topics } = archive;
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(settings.title)] },
    { type: 'blockquote', children: [paragraph(text(settings.description))] },
    paragraph(text(t.about(entries.length, span(archive)))),
    ...(archive.hasTwins ? [paragraph(text(t.twins))] : []),
    ...section(archive, t.data, data(archive, t)),
    ...section(archive, t.years, years(archive, t)),
    ...section(archive, t.authors, groups(authors, t)),
    ...section(archive, t.topics, groups(topics, t)),
  ];
  return { type: 'root', children };
}

const text = (value: string): Text => ({ type: 'text', value });
const paragraph = (...children: Paragraph['children']): Paragraph => ({ type: 'paragraph', children });

function section({ settings }: Archive, title: string, links: readonly Link[]): RootContent[] {
  if (links.length === 0) return [];
  const list: List = {
    type: 'list',
    spread: false,
    children: links.map(({ name, to, note }) => ({
      type: 'listItem',
      spread: false,
      children: [
        paragraph(
          { type: 'link', url: address(settings, PATH, to), children: [text(name)] },
          text(`: ${note}`),
        ),
      ],
    })),
  };
  return [{ type: 'heading', depth: 2, children: [text(title)] }, list];
}

function data({ entries }: Archive, t: Words): Link[] {
  const parts = dataParts(entries).map(({ path }) => [path, t.articles] as const);
  const others = { 'articles.schema.json': t.schema, 'manifest.json': t.manifest, [ARCHIVE_FEED]: t.feed };
  return [...parts, ...Object.entries(others)].map(([path, note]) => ({ name: path, to: path, note }));
}

const years = ({ counts }: Archive, t: Words): Link[] =>
  counts.map(({ year, count }) => ({ name: year, to: paths.year(year), note: t.count(count) }));

const groups = (all: readonly ArticleGroup[], t: Words): Link[] =>
  all.slice(0, NAMED).map(({ name, path, entries }) => ({ name, to: path, note: t.count(entries.length) }));

function span({ years }: Archive): string | null {
  const [first, last] = [[...years.keys()][0], [...years.keys()].at(-1)];
  return first && last ? `${first}–${last}` : null;
}
