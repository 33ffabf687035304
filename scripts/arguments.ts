import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';

/** One flag of a command, in the form `parseArgs` takes, with what people are told of it. */
interface Flag {
  type: 'string' | 'boolean';
  default?: string | boolean;
  /** Stands for the value in the usage, e.g. `DIR`. */
  value?: string;
  help: string;
}

/** The flags of a command, by their names. */
export type Flags = Record<string, Flag>;

/** All that may stand on a command's line. */
export interface Syntax<T extends Flags> {
  /** The npm script, or how the command is started otherwise. */
  command: string;
  /** Names beside the flags: their form in the usage, and how many there may be. */
  names?: { usage: string; least: number; most: number };
  flags: T;
}

/** Flags that several commands share. */
export const FOLDERS = {
  content: { type: 'string', default: 'content', value: 'DIR', help: 'folder of the articles' },
  out: { type: 'string', default: 'dist', value: 'DIR', help: 'folder of the built site' },
} as const satisfies Flags;

const written = (name: string, { value }: Flag): string => `--${name}${value ? ` ${value}` : ''}`;

/** The syntax as one line. */
export function usage({ command, names, flags }: Syntax<Flags>): string {
  const all = [names?.usage, ...Object.entries(flags).map(([name, flag]) => `[${written(name, flag)}]`)];
  return ['usage:', command, ...all].filter(Boolean).join(' ');
}

/** The answer to `--help`: the usage, and a line for each flag. */
export function help(syntax: Syntax<Flags>): string {
  const lines = Object.entries(syntax.flags).map(([name, flag]) => {
    const preset = typeof flag.default === 'string' ? ` (default ${flag.default})` : '';
    return `  ${written(name, flag).padEnd(22)} ${flag.help}${preset}`;
  });
  return `${[usage(syntax), ...lines].join('\n')}\n`;
}

/**
 * Reads a command line.
 * @param line without the program and the command
 * @throws {UserError} with the usage, for an unknown flag or a wrong number of names
 */
export function readArguments<const T extends Flags>(syntax: Syntax<T>, line: readonly string[]) {
  const { least, most } = syntax.names ?? { least: 0, most: 0 };
  try {
    const { values, positionals: names } = parseArgs({
      args: [...line],
      options: syntax.flags,
      allowPositionals: true,
    });
    if (names.length < least || names.length > most)
      throw new Error(`Unexpected number of names: ${names.length}`);
    return { values, names };
  } catch (cause) {
    throw new UserError(`${(cause as Error).message}\n${usage(syntax)}`, { cause });
  }
}

/** A flag's value as a whole number. @throws {UserError} where it is none, or below `least` */
export function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UserError(`Unexpected --${name} ${value}, expected a whole number from ${least}`);
  return number;
}
