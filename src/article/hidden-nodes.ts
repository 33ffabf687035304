import type {
  Code,
  Definition,
  FootnoteDefinition,
  Nodes,
  Parents,
  Root,
  RootContent,
  Table,
  TableRow,
  Text,
} from 'mdast';
import { parents, replaceNodes } from '../clean/tree.ts';
import { removal, repair } from '../report.ts';
import type { Repair } from '../types.ts';

const HAN = /\p{Script=Han}/u;
/** Something a text must hold to have nodes that are not shown. */
const SUSPECT = /\]:|\||^[^`~\n]*(?:```|~~~)[^\n]*\p{Script=Han}/mu;
/** A word that names a language of code. */
const LANGUAGE = /^[\w+#.-]{1,40}$/;
/** `[//]: # (…)`: how people write comments in Markdown. */
const COMMENT = /^#?$/;

/**
 * Shows text that Markdown leaves out: notes and link definitions nobody refers to, or that have the label of an earlier one, words
 * behind an opening code fence, and surplus cells of tables. What is referred to stays what it is.
 * @param text the text the tree was made of
 */
export function showHiddenNodes(tree: Root, text: string): Repair[] {
  const repairs: Repair[] = [];
  if (!SUSPECT.test(text)) return repairs;
  if (!parents(tree).some(({ children }) => (children as RootContent[]).some(mayHide))) return repairs;
  const used = usedNodes(tree);
  const show = (node: Nodes, nodes: Nodes[]): Nodes[] => {
    const { start, end } = node.position ?? {};
    const source = text.slice(start?.offset ?? 0, end?.offset ?? 0);
    const [line = ''] = source.split('\n', 1);
    const after = node.type === 'code' ? infoOf(node) : line;
    repairs.push(
      nodes.length > 0
        ? repair('hidden-text', start?.line ?? 1, line, after)
        : removal('hidden-text', start?.line ?? 1, source),
    );
    return nodes;
  };
  // A note may stand in another.
  const showNotes = () =>
    replaceNodes(tree, (node) => {
      if (node.type === 'footnoteDefinition' && !used.has(node)) return show(node, shownNote(node));
      // Two notes that only refer to each other.
      if (node.type === 'footnoteReference' && !used.has(node)) return [textNode(`[^${node.label}]`, node)];
      return undefined;
    });
  while (showNotes());
  replaceNodes(tree, (node) => {
    if (node.type === 'definition' && !used.has(node)) return show(node, shownDefinition(node));
    if (node.type === 'table') showCells(node, (row) => show(row, [row]));
    if (node.type !== 'code' || infoOf(node) === '') return undefined;
    return show(node, [paragraph([textNode(infoOf(node), node)], node), withoutInfo(node)]);
  });
  return repairs;
}

/** True for a node that may not be shown, in whole or in part, or be put in the place of one. */
const mayHide = (node: RootContent): boolean =>
  node.type === 'definition' ||
  node.type === 'footnoteDefinition' ||
  node.type === 'footnoteReference' ||
  node.type === 'table' ||
  (node.type === 'code' && infoOf(node) !== '');

/** The definitions that count, because something shown refers to them and they are the first of their label, and the references to notes. */
function usedNodes(tree: Root): Set<Nodes> {
  const used = new Set<Nodes>();
  const notes = new Map<string, FootnoteDefinition>();
  const links = new Map<string, Definition>();
  const all = parents(tree).flatMap(({ children }) => children as RootContent[]);
  for (const node of all)
    if (node.type === 'footnoteDefinition') {
      if (!notes.has(node.identifier)) notes.set(node.identifier, node);
    } else if (node.type === 'definition') {
      const first = links.get(node.identifier);
      if (!first) links.set(node.identifier, node);
      // The same once more says nothing new.
      else if (first.url === node.url && first.title === node.title) used.add(node);
    }
  for (const node of all) {
    const isReference = node.type === 'linkReference' || node.type === 'imageReference';
    const definition = isReference ? links.get(node.identifier) : undefined;
    if (definition) used.add(definition);
  }
  // Notes are shown if a text that is shown refers to them: the body, another such note, or one that is shown in its place.
  const follow = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type === 'footnoteDefinition') continue;
      if ('children' in child) follow(child);
      const note = child.type === 'footnoteReference' ? notes.get(child.identifier) : undefined;
      if (!note) continue;
      used.add(child);
      if (used.has(note)) continue;
      used.add(note);
      follow(note);
    }
  };
  follow(tree);
  const named = new Set(all.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])));
  const rest = all.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  // First those that nobody names: they may name others.
  for (const isNamed of [false, true])
    for (const note of rest) if (!used.has(note) && named.has(note.identifier) === isNamed) followShown(note);
  return used;

  /** A note that will stand as text; what it refers to itself would be gone with it. */
  function followShown(note: FootnoteDefinition): void {
    const own = notes.get(note.identifier);
    notes.delete(note.identifier);
    follow(note);
    if (own && own !== note) notes.set(note.identifier, own);
  }
}

/** A note as blocks of text, its label before them. */
function shownNote(note: FootnoteDefinition): RootContent[] {
  const label = textNode(`[^${note.label}]: `, note);
  const [first, ...others] = note.children;
  if (first?.type === 'paragraph') return [paragraph([label, ...first.children], first), ...others];
  return [paragraph([label], note), ...note.children];
}

/** A link definition as a paragraph; nothing in its place where it has no words of its own, for a comment and what translators leave. */
function shownDefinition(node: Definition): RootContent[] {
  const { label, url, title } = node;
  if (COMMENT.test(url) || !HAN.test(`${label}${url}${title}`)) return [];
  const address = textNode(url, node);
  const shown = /^https?:/i.test(url) ? { type: 'link' as const, url, children: [address] } : address;
  return [
    paragraph(
      [textNode(`[${label}]: `, node), shown, ...(title ? [textNode(` "${title}"`, node)] : [])],
      node,
    ),
  ];
}

/** Cells beyond the last column, as a bar in code gives them, become a part of the last cell. */
function showCells({ align, children }: Table, note: (row: TableRow) => void): void {
  const columns = align?.length ?? 0;
  for (const row of children) {
    const last = row.children[columns - 1];
    const surplus = last ? row.children.splice(columns).filter((cell) => cell.children.length > 0) : [];
    if (surplus.length === 0) continue;
    last?.children.push(...surplus.flatMap((cell) => [textNode(' | ', cell), ...cell.children]));
    note(row);
  }
}

/** The words behind a code fence that are neither the name of a language nor settings of a highlighter (`title=…`). */
function infoOf({ lang, meta }: Code): string {
  const words = [lang && LANGUAGE.test(lang) ? '' : lang, meta].filter(Boolean).join(' ');
  return HAN.test(words) && !/^\{|=/.test(words) ? words : '';
}

function withoutInfo(node: Code): Code {
  const lang = node.lang && LANGUAGE.test(node.lang) ? node.lang : null;
  return { ...node, lang, meta: null };
}

const placeOf = ({ position }: Nodes) => (position ? { position } : {});
const textNode = (value: string, at: Nodes): Text => ({ type: 'text', value, ...placeOf(at) });
const paragraph = (children: (Text | RootContent)[], at: Nodes): RootContent =>
  ({ type: 'paragraph', children, ...placeOf(at) }) as RootContent;
