import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaults } from '../archive/testing.ts';
import { contentSecurityPolicy, siteOf } from './site.ts';
import { assets } from './testing.ts';

test('a site knows the path it is published under; without an origin it is the host’s root', () => {
  const at = (origin: string | null) => siteOf({ ...defaults, origin }, assets, false, []).basePath;
  assert.equal(at('https://example.org/archive/'), '/archive/');
  assert.equal(at('https://example.org/'), '/');
  assert.equal(at(null), '/');
});

test('the number of a 公安备案 record is found in its text', () => {
  const of = (gongan: string | null) => siteOf({ ...defaults, gongan }, assets, false, []).gonganCode;
  assert.equal(of('京公网安备 11010502030143 号'), '11010502030143');
  assert.equal(of('京公网安备'), null);
  assert.equal(of(null), null);
});

test('the policy forbids everything but the site’s own files, and pictures of other hosts unless a page has some', () => {
  const policy = contentSecurityPolicy(false);
  assert.match(policy, /^default-src 'none'; /);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  assert.deepEqual(
    contentSecurityPolicy(true)
      .split('; ')
      .filter((part) => !policy.split('; ').includes(part)),
    ["img-src 'self' data: https: http:"],
  );
});
