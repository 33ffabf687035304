import type { PartReader } from './part.ts';
import { type Postings, PostingsWriter } from './postings.ts';

/**
 * Merges parts into one sorted run of postings; part after part, documents are numbered through.
 * Memory: one window a part, and the postings of one key.
 */
export function mergeParts(parts: PartReader[], add: (postings: Postings) => void): void {
  const bases: number[] = [];
  let base = 0;
  for (const part of parts) {
    bases.push(base);
    base += part.documents.length;
  }
  const heap = new Heap(parts);
  const writer = new PostingsWriter();
  while (heap.size > 0) {
    const key = heap.key;
    while (heap.size > 0 && heap.key === key) {
      const index = heap.top;
      const current = parts[index]?.current;
      if (current) writer.append(current, bases[index] ?? 0);
      heap.advance();
    }
    add(writer.end(key));
  }
}

/** The parts that still have entries, the least key on top; among equal keys the earlier part. */
class Heap {
  private readonly parts: PartReader[];
  private readonly heap: number[] = [];

  constructor(parts: PartReader[]) {
    this.parts = parts;
    parts.forEach((part, index) => {
      if (part.next()) this.heap.push(index);
    });
    for (let at = this.heap.length >> 1; at >= 0; at--) this.sink(at);
  }

  get size(): number {
    return this.heap.length;
  }

  get top(): number {
    return this.heap[0] ?? -1;
  }

  get key(): string {
    return this.parts[this.top]?.current?.key ?? '';
  }

  /** Reads the next entry of the part on top. */
  advance(): void {
    if (!this.parts[this.top]?.next()) {
      const last = this.heap.pop();
      if (this.heap.length === 0 || last === undefined) return;
      this.heap[0] = last;
    }
    this.sink(0);
  }

  private less(a: number, b: number): boolean {
    const keyA = this.parts[a]?.current?.key ?? '';
    const keyB = this.parts[b]?.current?.key ?? '';
    return keyA === keyB ? a < b : keyA < keyB;
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.heap.length && this.less(this.heap[child] ?? 0, this.heap[least] ?? 0))
          least = child;
      if (least === at) return;
      const swap = this.heap[at] ?? 0;
      this.heap[at] = this.heap[least] ?? 0;
      this.heap[least] = swap;
      at = least;
    }
  }
}
