import { type Flags, help, readArguments, type Syntax } from './arguments.ts';
import { run } from './cli.ts';

/** Values and names on a command line, by the command's syntax. */
type Arguments<T extends Flags> = ReturnType<typeof readArguments<T>>;

/**
 * Runs a command with what its line says; `--help` prints its syntax instead.
 * @param body returns the exit code, or nothing where the process lives on
 */
export async function command<const T extends Flags>(
  syntax: Syntax<T>,
  body: (line: Arguments<T>) => Promise<number | undefined>,
): Promise<void> {
  const line = process.argv.slice(2);
  await run(async () => {
    if (!line.includes('--help')) return body(readArguments(syntax, line));
    process.stdout.write(help(syntax));
    return 0;
  });
}
