import { withContent } from './bytes.ts';

/** Ids of words and filters count from here down, so that they and the ids of grams do not meet. */
const TOP = 0xffffffff;

/** Id of a word or filter by its number. */
export const wordId = (index: number): number => TOP - index;

/** All postings of a part in the order of their documents, in columns that grow. */
export class PostingLog {
  ids = new Uint32Array(1 << 16);
  documents = new Uint16Array(1 << 16);
  masks = new Uint32Array(1 << 16);
  /** Occurrences in the document being added but for those in boilerplate, then the level. */
  levels = new Uint8Array(1 << 16);
  inTitle = new Uint8Array(1 << 16);
  length = 0;

  /** Appends a posting and returns its place. */
  append(id: number, document: number, mask: number, inTitle: boolean): number {
    if (this.length === this.ids.length) this.grow();
    const entry = this.length++;
    this.ids[entry] = id;
    this.documents[entry] = document;
    this.masks[entry] = mask;
    this.levels[entry] = 0;
    this.inTitle[entry] = inTitle ? 1 : 0;
    return entry;
  }

  private grow(): void {
    const size = this.length * 2;
    this.ids = withContent(new Uint32Array(size), this.ids);
    this.documents = withContent(new Uint16Array(size), this.documents);
    this.masks = withContent(new Uint32Array(size), this.masks);
    this.levels = withContent(new Uint8Array(size), this.levels);
    this.inTitle = withContent(new Uint8Array(size), this.inTitle);
  }

  /**
   * Places in the order of ids, by a counting sort: those of an id are `sorted[starts[id] … starts[id + 1]]`.
   * @param grams number of grams: words are counted on from it
   */
  byId(grams: number, words: number): { starts: Uint32Array; sorted: Uint32Array } {
    const total = grams + words;
    const ids = this.ids.subarray(0, this.length).map((id) => (id < grams ? id : grams + (TOP - id)));
    const starts = new Uint32Array(total + 1);
    for (const id of ids) starts[id] = (starts[id] ?? 0) + 1;
    for (let id = 1; id <= total; id++) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0);
    const sorted = new Uint32Array(this.length);
    for (let entry = this.length - 1; entry >= 0; entry--) {
      const id = ids[entry] ?? 0;
      const start = (starts[id] ?? 0) - 1;
      starts[id] = start;
      sorted[start] = entry;
    }
    return { starts, sorted };
  }
}
