import { emptyList, lowerBound, type PostingList } from './chunk.ts';
import { rotate } from './payload.ts';

/** Set operations on lists of postings of one segment. */

/** A list of the postings of a gram, which stands so many units behind the start of a term. */
interface PlacedList {
  list: PostingList;
  at: number;
}

/**
 * Documents in both lists whose masks, seen from the term's start, share a bit. The result keeps the shared bits and
 * the lower level, since a string is no more frequent than its rarest gram.
 */
function intersect(one: PlacedList, other: PlacedList): PlacedList {
  const isFewer = one.list.documents.length <= other.list.documents.length;
  const [{ list: few, at }, { list: many, at: manyAt }] = isFewer ? [one, other] : [other, one];
  const out = roomFor(few.documents.length);
  let length = 0;
  let j = 0;
  for (let i = 0; i < few.documents.length; i++) {
    const document = few.documents[i] ?? 0;
    j = advance(many.documents, j, document);
    if (j === many.documents.length) break;
    if (many.documents[j] !== document) continue;
    const mask = rotate(few.masks[i] ?? 0, at) & rotate(many.masks[j] ?? 0, manyAt);
    if (mask === 0) continue;
    out.documents[length] = document;
    out.masks[length] = mask;
    out.levels[length++] = Math.min(few.levels[i] ?? 0, many.levels[j] ?? 0);
  }
  const list = {
    documents: out.documents.slice(0, length),
    masks: out.masks.slice(0, length),
    levels: out.levels.slice(0, length),
  };
  return { list, at: 0 };
}

let room = emptyList(0);

/** Room for what two lists have in common until it is known how much that is: lists of thousands mostly share a few. */
function roomFor(length: number): PostingList {
  if (room.documents.length < length) room = emptyList(length * 2);
  return room;
}

/** First position at or after `from` whose document is not before `document`: doubling steps, then halving ones. */
function advance(documents: Uint32Array, from: number, document: number): number {
  let step = 1;
  let low = from;
  while (low + step < documents.length && (documents[low + step] ?? 0) < document) {
    low += step;
    step *= 2;
  }
  return lowerBound(documents, document, low, Math.min(documents.length, low + step + 1));
}

/** The list with its masks moved to the start of the term. */
const shifted = ({ list, at }: PlacedList): PostingList =>
  at === 0 ? list : { ...list, masks: list.masks.map((mask) => rotate(mask, at)) };

/** Documents in all of some lists (`intersect`); empty where there is none. */
export function common(lists: readonly PlacedList[]): PostingList {
  const [first, ...more] = lists;
  return first ? shifted(more.reduce(intersect, first)) : emptyList(0);
}

/** Those of a list whose title holds the term. @param level of such postings */
export const inTitle = (list: PostingList, level: number): PostingList =>
  picked(list, (at) => list.levels[at] === level);

/** A list but for some documents of it, which are ascending. */
export function without(list: PostingList, documents: Uint32Array): PostingList {
  let next = 0;
  return picked(list, (at) => {
    const isOut = list.documents[at] === documents[next];
    if (isOut) next++;
    return !isOut;
  });
}

function picked({ documents, masks, levels }: PostingList, isIn: (at: number) => boolean): PostingList {
  const places = Array.from(documents.keys()).filter(isIn);
  return {
    documents: Uint32Array.from(places, (at) => documents[at] ?? 0),
    masks: Uint32Array.from(places, (at) => masks[at] ?? 0),
    levels: Uint8Array.from(places, (at) => levels[at] ?? 0),
  };
}

/** Documents in any of the lists. */
export function unite(lists: PostingList[], size: number): PostingList {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const levels = new Uint8Array(size);
  const masks = new Uint32Array(size);
  let count = 0;
  for (const list of lists)
    for (let i = 0; i < list.documents.length; i++) {
      const document = list.documents[i] ?? 0;
      if (masks[document] === 0) count++;
      masks[document] = (masks[document] ?? 0) | (list.masks[i] ?? 0);
      levels[document] = Math.max(levels[document] ?? 0, list.levels[i] ?? 0);
    }
  const out = emptyList(count);
  for (let document = 0, i = 0; document < size; document++) {
    if (masks[document] === 0) continue;
    out.documents[i] = document;
    out.masks[i] = masks[document] ?? 0;
    out.levels[i++] = levels[document] ?? 0;
  }
  return out;
}

/** Pieces of one list, one after the other. */
export function concatenate(pieces: PostingList[]): PostingList {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const out = emptyList(pieces.reduce((sum, piece) => sum + piece.documents.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.documents.set(piece.documents, at);
    out.masks.set(piece.masks, at);
    out.levels.set(piece.levels, at);
    at += piece.documents.length;
  }
  return out;
}

/** Documents that are in `a`, and in `b` if `keep`, or not in `b` otherwise. */
export function filtered(a: Uint32Array, b: Uint32Array, keep: boolean): Uint32Array {
  const out = new Uint32Array(keep ? Math.min(a.length, b.length) : a.length);
  let length = 0;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    const document = a[i] ?? 0;
    j = advance(b, j, document);
    if ((b[j] === document) === keep) out[length++] = document;
  }
  return out.subarray(0, length);
}

/** Every document `[from, to)`. */
export function everyDocument(from: number, to: number): Uint32Array {
  // A plain loop: `Uint32Array.from` takes a hundred times as long, and this runs once a query.
  const documents = new Uint32Array(Math.max(0, to - from));
  for (let i = 0; i < documents.length; i++) documents[i] = from + i;
  return documents;
}

/** The numbers of any number of lists, ascending, each once. */
export function unionOf(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort().filter((one, place) => place === 0 || one !== all[place - 1]);
}

/** The numbers of two ascending lists, ascending, each once. */
export function union(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a;
  const out = new Uint32Array(a.length + b.length);
  let length = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    out[length++] = Math.min(x, y);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return out.subarray(0, length);
}
