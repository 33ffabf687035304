import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingsSchema } from '../../settings.ts';
import { basePath, headerRules } from '../headers.ts';
import { caddyfile } from './caddy.ts';
import { hosts } from './index.ts';
import { nginxConf } from './nginx.ts';

const settings = settingsSchema.parse({ origin: 'https://example.org/档案/' });
const file = (host: string, path: string): string => {
  const files = hosts.find(({ name }) => name === host)?.files(settings, []) ?? [];
  return files.find((one) => one.path === path)?.text ?? '';
};

test('no header stands in two rules that fit the same path, because hosts would join their values', () => {
  const everywhere = Object.keys(headerRules()[0]?.headers ?? {});
  for (const { path, headers } of headerRules().slice(1))
    assert.deepEqual(
      Object.keys(headers).filter((name) => everywhere.includes(name)),
      [],
      path,
    );
});

test('_headers has a path on its own line and its headers indented below', () => {
  for (const host of ['netlify', 'cloudflare'])
    for (const block of file(host, '_headers').trimEnd().split('\n\n'))
      assert.match(block, /^\/\S*(\n {2}[\w-]+: .+)+$/);
});

test('_headers keeps to 100 rules of 2,000 characters, which is what Cloudflare reads', () => {
  const blocks = file('cloudflare', '_headers').split('\n\n');
  assert.ok(blocks.length <= 100 && blocks.every((block) => block.length <= 2_000));
});

test('_redirects are absolute paths with a status', () => {
  for (const line of file('cloudflare', '_redirects').trimEnd().split('\n'))
    assert.match(line, /^\/\S+ \/\S+ 301$/);
});

test('vercel.json is JSON whose patterns fit the files they are for', () => {
  const { headers } = JSON.parse(file('vercel', 'vercel.json')) as { headers: { source: string }[] };
  const sources = headers.map(({ source }) => new RegExp(`^${source}$`));
  const fitting = (path: string) => sources.filter((source) => source.test(path)).length;
  assert.deepEqual(
    [fitting('/2013/08/1.html'), fitting('/assets/site-1.css'), fitting('/feedxxml')],
    [1, 2, 1],
  );
});

test('the workflows are YAML that builds, writes the host files, looks for limits and publishes, in this order', () => {
  for (const [host, path] of [
    ['github-pages', 'pages.yml'],
    ['cloudflare', 'cloudflare.yml'],
  ] as const) {
    const { jobs, on } = parse(file(host, `.github/workflows/${path}`)) as {
      on: object;
      jobs: { publish: { steps: { run?: string; uses?: string }[] } };
    };
    assert.deepEqual(Object.keys(on), ['push', 'workflow_dispatch']);
    const steps = jobs.publish.steps.map(({ run, uses }) => run ?? uses?.replace(/@.*/, ''));
    assert.deepEqual(steps.slice(2, 6), [
      'npm ci',
      'npm run build',
      `npm run deploy-files -- ${host}`,
      `npm run doctor -- --host ${host}`,
    ]);
    assert.ok(steps.length > 6);
  }
});

test('the workflows hold what GitHub Actions reads and nothing else', () => {
  const step = z.union([
    z.strictObject({ run: z.string() }),
    z.strictObject({
      id: z.string().optional(),
      uses: z.string().regex(/^[\w-]+\/[\w-]+@v\d+$/),
      with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ]);
  const workflow = z.strictObject({
    name: z.string(),
    on: z.strictObject({
      push: z.strictObject({ branches: z.array(z.string()) }),
      workflow_dispatch: z.strictObject({}),
    }),
    permissions: z.partialRecord(z.enum(['contents', 'pages', 'id-token']), z.enum(['read', 'write'])),
    concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
    jobs: z.strictObject({
      publish: z.strictObject({
        'runs-on': z.literal('ubuntu-latest'),
        environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
        steps: z.array(step),
      }),
    }),
  });
  workflow.parse(parse(file('github-pages', '.github/workflows/pages.yml')));
  workflow.parse(parse(file('cloudflare', '.github/workflows/cloudflare.yml')));
});

test('the Dockerfile builds in a stage of its own, copies what the stage made, and ends without root rights', () => {
  const lines = file('docker', 'Dockerfile')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const words = lines.map((line) => line.split(' '));
  for (const [word = ''] of words) assert.match(word, /^(?:FROM|WORKDIR|COPY|RUN)$/);
  const images = words.filter(([word]) => word === 'FROM').map(([, image]) => image);
  assert.deepEqual(images, ['node:22-slim', 'nginxinc/nginx-unprivileged:stable-alpine']);
  const stage = words[0]?.[3];
  const dir = words.find(([word]) => word === 'WORKDIR')?.[1];
  assert.deepEqual(words.at(-1)?.slice(0, 3), ['COPY', `--from=${stage}`, `${dir}/dist`]);
  assert.ok(
    lines.indexOf('RUN npm ci') < lines.indexOf('COPY . .'),
    'packages are installed once for many builds',
  );
  assert.match(file('docker', '.dockerignore'), /^node_modules\ndist\npackages\n/);
});

test('the sub-path of the origin is where servers look for the site', () => {
  assert.ok(file('docker', 'Dockerfile').endsWith('/site/dist /usr/share/nginx/html/档案/\n'));
  assert.match(nginxConf('/a/'), /error_page 404 \/a\/404\.html;/);
  assert.match(caddyfile('/a/'), /rewrite \* \/a\/404\.html/);
});

test('no origin that the settings accept needs the quoting of any host: its path stands in every file as it is', () => {
  const paths = ['/', '/a/', '/档案/', '/a.b_c-d~e/Ж1/', '/~user/é/'];
  for (const path of paths) {
    const { origin } = settingsSchema.parse({ origin: `https://example.org${path}` });
    const base = basePath(origin);
    assert.equal(base, path);
    for (const char of base) assert.match(char, /[\p{L}\p{M}\p{N}/._~-]/u);
  }
  for (const hostile of ['$uri', '{env.HOME}', 'a b', 'a;}', '"', "'", '%0a', '%24', '#', '?a', '`id`', '\\'])
    assert.equal(
      settingsSchema.safeParse({ origin: `https://example.org/${hostile}` }).success,
      false,
      hostile,
    );
});

test('every host writes something, each file once', () => {
  for (const host of hosts) {
    const paths = host.files(settings, []).map(({ path }) => path);
    assert.ok(paths.length > 0);
    assert.equal(new Set(paths).size, paths.length, host.name);
  }
});
