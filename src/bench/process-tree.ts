import { readdirSync, readFileSync } from 'node:fs';

/** State of a process, by `/proc/<pid>/status`. */
export interface ProcessState {
  pid: number;
  parent: number;
  /** Resident memory in bytes; 0 for one that has ended and waits for its parent. */
  resident: number;
}

/**
 * Reads the text of `/proc/<pid>/status`, whose sizes are in kibibytes whatever the page size.
 * @returns null where it names no parent
 */
export function parseStatus(pid: number, text: string): ProcessState | null {
  const parent = /^PPid:\s*(\d+)/m.exec(text)?.[1];
  if (parent === undefined) return null;
  const resident = /^VmRSS:\s*(\d+) kB/m.exec(text)?.[1];
  return { pid, parent: Number(parent), resident: Number(resident ?? 0) * 1024 };
}

/**
 * Watches a process and everything it starts. Only Linux tells.
 * A process once seen outside the tree is not looked at again: looking at all of them would slow down what is being measured.
 */
export class ProcessTree {
  readonly #members: Set<number>;
  readonly #strangers = new Set<number>();

  constructor(root: number) {
    this.#members = new Set([root]);
  }

  /** Bytes resident now, pages that processes share counted for each of them; null where this system does not tell. */
  memory(): number | null {
    return process.platform === 'linux' ? this.sum(newStates(this.#strangers)) : null;
  }

  /** Takes in the processes that belong to the tree and sums up its memory. A member stays one when its parent ends. */
  sum(processes: readonly ProcessState[]): number {
    const belongs = ({ pid, parent }: ProcessState) => this.#members.has(pid) || this.#members.has(parent);
    let rest = [...processes];
    let resident = 0;
    // A child may be listed before its parent: once more, until nobody new belongs.
    for (let found = rest.filter(belongs); found.length; found = rest.filter(belongs)) {
      for (const { pid, resident: own } of found) {
        this.#members.add(pid);
        resident += own;
      }
      const taken = new Set(found);
      rest = rest.filter((state) => !taken.has(state));
    }
    for (const { pid } of rest) this.#strangers.add(pid);
    return resident;
  }
}

function newStates(skipped: ReadonlySet<number>): ProcessState[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && !skipped.has(Number(name)))
    .map((name) => {
      try {
        return parseStatus(Number(name), readFileSync(`/proc/${name}/status`, 'utf8'));
      } catch {
        // It ended between the listing and now.
        return null;
      }
    })
    .filter((state) => state !== null);
}
