import { seal, unseal } from '../gram/envelope.ts';
import type { Deflate } from '../gram/types.ts';

/** Files of the search for what is asked for beside what was typed, by what they hold. */
export const MEANT_FILES = { aliases: 'search/aliases.bin', pinyin: 'search/pinyin.bin' } as const;
export type MeantFile = keyof typeof MEANT_FILES;

/** A file from its text. */
export const sealText = (text: string, deflate: Deflate): Uint8Array =>
  seal(new TextEncoder().encode(text), deflate);

/** The text of a file. @throws where it is cut or damaged */
export const unsealText = async (bytes: Uint8Array): Promise<string> =>
  new TextDecoder().decode(await unseal(bytes));
