import type { Certificate } from './certificate.ts';
import { KINDS } from './sample.ts';

/** The certificate of an index, from those of its segments: each share is the lowest of all. */
export function joinCertificates(parts: readonly Certificate[]): Certificate {
  const sum = (countOf: (part: Certificate) => number): number =>
    parts.reduce((total, part) => total + countOf(part), 0);
  const kinds: Certificate['kinds'] = {};
  for (const kind of KINDS) {
    const own = parts.map((part) => part.kinds[kind]).filter((result) => result !== undefined);
    if (own.length === 0) continue;
    const strings = own.reduce((total, result) => total + result.strings, 0);
    kinds[kind] = {
      strings,
      expected: own.reduce((total, result) => total + result.expected, 0),
      recall: Math.min(...own.map(({ recall }) => recall)),
      precision: Math.min(...own.map(({ precision }) => precision)),
      candidatePrecision:
        own.reduce((total, result) => total + result.candidatePrecision * result.strings, 0) / strings,
    };
  }
  return {
    documents: sum(({ documents }) => documents),
    checked: sum(({ checked }) => checked),
    strings: sum(({ strings }) => strings),
    kinds,
    recall: Math.min(1, ...parts.map(({ recall }) => recall)),
    precision: Math.min(1, ...parts.map(({ precision }) => precision)),
    failures: parts.flatMap(({ failures }) => failures),
  };
}
