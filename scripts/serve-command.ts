import { UserError } from '../src/errors.ts';
import { type Serving, serve } from '../src/site/serve.ts';
import { complain } from '../src/terminal.ts';
import { type Flags, wholeNumber } from './arguments.ts';

/** Flags of the commands that serve. */
export const SERVER = {
  port: { type: 'string', default: '8080', value: 'N', help: 'first port to try' },
  host: { type: 'string', default: '127.0.0.1', value: 'ADDRESS', help: 'another lets other machines in' },
} as const satisfies Flags;

/** Serves what was built, and says where. @param values those of `SERVER` */
export async function serveAndTell(
  dir: string,
  { port, host }: { port: string; host: string },
  reload: boolean,
): Promise<Serving> {
  const serving = await serve(dir, portOf(port), reload, host);
  if (serving.isOpen)
    complain(`Warning: open to other machines at ${host}: whoever reaches this one can read the site`);
  return serving;
}

/** A port to listen at. @throws {UserError} where it is none */
function portOf(written: string): number {
  const port = wholeNumber('port', written, 0);
  if (port > 65_535) throw new UserError(`Unexpected --port ${written}, expected one up to 65535`);
  return port;
}
