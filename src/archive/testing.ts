import { noFidelity } from '../fidelity.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import type { ArticleTime, Reading } from '../types.ts';
import { Archive } from './archive.ts';
import { catalogue } from './catalogue.ts';
import { addressKey } from './duplicates.ts';
import { articlePath } from './paths.ts';

/** The settings of an archive that sets nothing. */
export const defaults: Settings = settingsSchema.parse({});

/** A moment in Shanghai. @param clock `hh:mm`, or null for a day without one */
export function timeOf(date: string, clock: string | null = '08:00'): ArticleTime {
  const iso = clock === null ? date : `${date}T${clock}:00+08:00`;
  return { iso, date, clock, epoch: Date.parse(`${date}T${clock ?? '00:00'}:00+08:00`) / 1000 };
}

/** A reading for tests: everything has a default, `file` tells it from others. */
export function readingOf(file: string, fields: Partial<Reading> = {}): Reading {
  const reading = {
    file,
    hash: `hash of ${file}`,
    url: null,
    title: `题目 ${file}`,
    author: '佚名',
    time: null,
    tags: [],
    id: null,
    aliases: [],
    slug: null,
    isDraft: false,
    cover: null,
    references: [],
    summary: '摘要。',
    han: 100,
    words: 0,
    chars: 100,
    sourceChars: 100,
    at: { pack: '/nowhere.pack', offset: 0, textLength: 0, restLength: 0, text: '' },
    repairCounts: {},
    fidelity: noFidelity(),
    ...fields,
  };
  return { ...reading, wanted: articlePath(reading), address: reading.url && addressKey(reading.url) };
}

/** An archive of some readings, whose topics are their tags. */
export const archiveOf = (readings: readonly Reading[], settings: Partial<Settings> = {}): Archive =>
  new Archive({ ...defaults, ...settings }, catalogue(readings, ({ tags }) => tags).entries);
