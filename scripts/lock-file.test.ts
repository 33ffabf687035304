import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

interface Package {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
}
type Dependencies = Partial<Record<'dependencies' | 'devDependencies', Record<string, string>>>;

test('every package of the lock file has its hash, and none names a place of its own to come from', () => {
  const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
  const entries = Object.entries(packages).filter(([name]) => name !== '');
  assert.ok(entries.length > 300);
  for (const [name, { version, resolved, integrity, link }] of entries) {
    assert.match(integrity ?? '', /^sha512-[A-Za-z\d+/]{86}==$/, name);
    assert.match(version ?? '', /^\d+\.\d+\.\d+/, name);
    assert.deepEqual([resolved, link], [undefined, undefined], name);
  }
});

test('the lock file and package.json name the same packages, each in one version', () => {
  const wanted = read('package.json') as Dependencies;
  const { packages } = read('package-lock.json') as { packages: Record<string, Dependencies & Package> };
  for (const kind of ['dependencies', 'devDependencies'] as const) {
    assert.deepEqual(packages['']?.[kind], wanted[kind]);
    for (const [name, version] of Object.entries(wanted[kind] ?? {})) {
      assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is pinned`);
      assert.equal(packages[`node_modules/${name}`]?.version, version, name);
    }
  }
});
