import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './serve.ts';

/** A Firefox as people have it. Playwright drives only its own build, which is laxer about files: this one is driven by Marionette. */
export interface Firefox {
  open(address: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns, as JSON. */
  run(body: string): Promise<unknown>;
  close(): Promise<void>;
}

/** An answer of Marionette: type, number of the command, error, result. */
type Answer = [type: number, id: number, error: { message: string } | null, result: { value?: unknown }];

/** Starts Firefox without a window and with a fresh profile. The caller closes it. */
export async function launchFirefox(program: string): Promise<Firefox> {
  const profile = await mkdtemp(path.join(tmpdir(), 'jiuwen-firefox-'));
  const port = await freePort();
  await writeFile(
    path.join(profile, 'user.js'),
    `user_pref("marionette.port", ${port});\nuser_pref("security.fileuri.strict_origin_policy", true);\n`,
  );
  const child = spawn(program, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = async () => {
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const command = commands(await reached(port, child));
    await command('WebDriver:NewSession', {});
    return {
      open: async (url) => void (await command('WebDriver:Navigate', { url })),
      run: async (script) => (await command('WebDriver:ExecuteScript', { script, args: [] })).value,
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Commands over a connection: each message is its length in bytes, a colon and JSON. */
function commands(socket: Socket): (name: string, parameters: object) => Promise<{ value?: unknown }> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let received = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(0, colon)));
      if (colon < 0 || received.length < end) return;
      const answer: unknown = JSON.parse(received.toString('utf8', colon + 1, end));
      received = received.subarray(end);
      // The first message is a greeting, no answer.
      if (Array.isArray(answer)) waiting.get(Number(answer[1]))?.(answer as Answer);
    }
  });
  return (name, parameters) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const message = JSON.stringify([0, id, name, parameters]);
      waiting.set(id, ([, , error, result]) =>
        error ? reject(new Error(`${name}: ${error.message}`)) : resolve(result),
      );
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}

/** A connection, as soon as Firefox takes one. @throws where it ends before, or takes none in half a minute */
async function reached(port: number, child: ChildProcess): Promise<Socket> {
  for (let attempt = 0; attempt < 150 && child.exitCode === null; attempt++) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const made = connect(port, '127.0.0.1', () => resolve(made)).once('error', () => resolve(null));
    });
    if (socket) return socket;
    await wait(200);
  }
  throw new Error('Firefox does not answer');
}
