import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';

/**
 * Reads the command line of a command that takes more than flags.
 * @param usage one line, shown where the command line cannot be used
 * @throws {UserError} with the usage, for an unknown flag or a wrong number of names
 */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  options: T,
  names: { least: number; most: number },
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length < names.least || positionals.length > names.most)
      throw new Error(`Unexpected number of names: ${positionals.length}`);
    return { values, names: positionals };
  } catch (cause) {
    throw new UserError(`${(cause as Error).message}\nusage: ${usage}`, { cause });
  }
}

/**
 * A flag's value as a whole number.
 * @throws {UserError} where it is none, or below `least`
 */
export function wholeNumber(name: string, value: string, least: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new UserError(`Unexpected --${name} ${value}, expected a whole number from ${least}`);
  return number;
}
