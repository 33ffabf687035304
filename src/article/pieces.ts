import type { Nodes, Root, RootContent } from 'mdast';
import type { Point } from 'unist';

/** Blocks at the top of a text with no blank line between them. */
export interface Piece {
  nodes: RootContent[];
  /** Whole lines, from their first up to those of the next piece. */
  source: string;
  /** Place of its beginning in the text, and 1-based line there. */
  start: number;
  line: number;
}

/** A tree's blocks in pieces. */
export function piecesOf({ children }: Root, text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = -1;
  for (const node of children) {
    const line = node.position?.start.line ?? 1;
    if (line <= last + 1) pieces.at(-1)?.nodes.push(node);
    else pieces.push({ nodes: [node], source: '', start: startOf(node), line });
    last = Math.max(last, node.position?.end.line ?? 1);
  }
  for (const [index, piece] of pieces.entries())
    piece.source = text.slice(piece.start, pieces[index + 1]?.start);
  return pieces;
}

/** Stands between pieces: ends whatever is open, and is itself one node that nothing joins. */
const BETWEEN = '\n\n<!---->\n\n';
/** Lines that it goes on. */
const LINES_BETWEEN = BETWEEN.split('\n').length - 1;

/**
 * Parses pieces of one text apart from the rest. What begins after a blank line at the top of a document means the same whatever stands
 * around it, but for the names that its brackets may refer to; they are defined before. All pieces go through the parser at once: to begin
 * costs more than a paragraph.
 * @param labels what the text defines, as `labelsIn` gives it
 * @param isAtEnd true where the last piece ends with the text: the end of a document closes some things in a way of its own
 * @returns the nodes of each piece, with their positions in the text; null where something in one reaches beyond its end
 */
export function parsePieces(
  pieces: readonly Piece[],
  labels: readonly string[],
  isAtEnd: boolean,
  parse: (text: string) => Root,
): Map<Piece, RootContent[]> | null {
  const text = pieces.map(({ source }) => source).join(BETWEEN) + (isAtEnd ? '' : BETWEEN);
  const known = definitionsFor(text, labels);
  const { children } = parse(known + text);
  let next = children.findIndex((node) => offsetOf(node) >= known.length);
  let [start, line] = [known.length, known.split('\n').length];
  const exact = new Map<Piece, RootContent[]>();
  for (const piece of pieces) {
    const end = start + piece.source.length + BETWEEN.indexOf('<');
    const nodes: RootContent[] = [];
    for (let node = children[next]; node && offsetOf(node) < end; node = children[++next]) {
      moveBy(piece.line - line, piece.start - start, node);
      nodes.push(node);
    }
    exact.set(piece, nodes);
    if (isAtEnd && exact.size === pieces.length) break;
    const comment = children[next++];
    if (comment?.type !== 'html' || offsetOf(comment) !== end) return null;
    start += piece.source.length + BETWEEN.length;
    line += piece.source.split('\n').length - 1 + LINES_BETWEEN;
  }
  return exact;
}

/** The labels of all definitions and notes in a tree: what brackets may refer to. A note's begins with `^`. */
export function labelsIn(tree: Root): string[] {
  const labels: string[] = [];
  const see = (node: Nodes): void => {
    if (node.type === 'definition') labels.push(node.label ?? node.identifier);
    else if (node.type === 'footnoteDefinition') labels.push(`^${node.label ?? node.identifier}`);
    if ('children' in node) for (const child of node.children) see(child);
  };
  see(tree);
  return labels;
}

/** Definitions of those labels that stand in a text: a reference asks only whether there is one. */
function definitionsFor(text: string, labels: readonly string[]): string {
  const folded = fold(text);
  const known = labels.filter((label) => folded.includes(`[${fold(label)}`));
  return known.length === 0 ? '' : known.map((label) => `[${label}]: -\n\n`).join('') + BETWEEN;
}

/** A text without white space and case: two spellings of one label agree at least in this. */
const fold = (text: string): string => text.replace(/\s+/g, '').toLowerCase().toUpperCase();

const offsetOf = ({ position }: RootContent): number => position?.start.offset ?? 0;

/** Place of the beginning of a node's first line. */
const startOf = (node: RootContent): number => offsetOf(node) - (node.position?.start.column ?? 1) + 1;

/** Adds to the lines and offsets of a node and all below it. A new object each: nodes may share one. */
function moveBy(lines: number, distance: number, node: Nodes): void {
  const moved = ({ line, column, offset = 0 }: Point): Point => ({
    line: line + lines,
    column,
    offset: offset + distance,
  });
  if (node.position) node.position = { start: moved(node.position.start), end: moved(node.position.end) };
  if ('children' in node) for (const child of node.children) moveBy(lines, distance, child);
}
