import type { Certificate } from './certificate.ts';
import { KINDS } from './sample.ts';

const sum = <T>(list: readonly T[], numberOf: (one: T) => number): number =>
  list.reduce((total, one) => total + numberOf(one), 0);

/** The certificate of an index, from those of its segments: each share is the lowest of all. */
export function joinCertificates(parts: readonly Certificate[]): Certificate {
  const kinds: Certificate['kinds'] = {};
  for (const kind of KINDS) {
    const own = parts.map((part) => part.kinds[kind]).filter((result) => result !== undefined);
    if (own.length === 0) continue;
    const strings = sum(own, (result) => result.strings);
    kinds[kind] = {
      strings,
      expected: sum(own, (result) => result.expected),
      recall: Math.min(...own.map(({ recall }) => recall)),
      precision: Math.min(...own.map(({ precision }) => precision)),
      candidatePrecision: sum(own, (result) => result.candidatePrecision * result.strings) / strings,
    };
  }
  return {
    documents: sum(parts, ({ documents }) => documents),
    checked: sum(parts, ({ checked }) => checked),
    strings: sum(parts, ({ strings }) => strings),
    kinds,
    recall: Math.min(1, ...parts.map(({ recall }) => recall)),
    precision: Math.min(1, ...parts.map(({ precision }) => precision)),
    failures: parts.flatMap(({ failures }) => failures),
  };
}
