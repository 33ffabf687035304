const UNKNOWN = 0;
const MEMBER = 1;
const OTHER = 2;

/** A set of UTF-16 code units given by a test, which each is put to once: articles use a few thousand different ones. */
export class CodeUnits {
  readonly #kinds = new Uint8Array(0x10000);
  readonly #test: (code: number) => boolean;

  constructor(test: (code: number) => boolean) {
    this.#test = test;
  }

  /** True for a member. */
  has(code: number): boolean {
    const kind = this.#kinds[code] ?? OTHER;
    return kind === UNKNOWN ? this.#judge(code) : kind === MEMBER;
  }

  /** The members in a text, in order. */
  in(text: string): string {
    let members = '';
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      if (this.has(text.charCodeAt(at))) continue;
      if (at > from) members += text.slice(from, at);
      from = at + 1;
    }
    return from === 0 ? text : members + text.slice(from);
  }

  #judge(code: number): boolean {
    const isMember = this.#test(code);
    this.#kinds[code] = isMember ? MEMBER : OTHER;
    return isMember;
  }
}

/** True for half of a surrogate pair. */
export const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
