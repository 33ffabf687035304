import { chmod, rm } from 'node:fs/promises';
import sqlite from 'node-sqlite3-wasm';
import type { ArticleRecord } from '../exporters/article-record.ts';
import type { PackageContext, PackageKind } from './package.ts';

/** Articles a transaction: each one costs a write to disk. */
const BATCH = 1000;

const TABLES = `
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  url TEXT,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  time TEXT,
  date TEXT,
  summary TEXT NOT NULL,
  text TEXT NOT NULL,
  han INTEGER NOT NULL,
  words INTEGER NOT NULL,
  repairs INTEGER NOT NULL,
  markdown TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  data TEXT NOT NULL
);
CREATE TABLE topics (
  article INTEGER NOT NULL REFERENCES articles(id),
  topic TEXT NOT NULL,
  PRIMARY KEY (topic, article)
) WITHOUT ROWID;
CREATE TABLE headings (
  article INTEGER NOT NULL REFERENCES articles(id),
  position INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  text TEXT NOT NULL,
  recovered INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE archive (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
`;

/** Made after the rows: faster, and the file is smaller. */
const INDEXES = `
CREATE INDEX articles_date ON articles(date);
CREATE INDEX articles_author ON articles(author);
`;

/**
 * `<name>.sqlite`: plain tables that Datasette and every SQLite tool open.
 * No full-text table: SQLite's trigrams miss every Chinese word of two characters, and `LIKE '%芯片%'` takes milliseconds.
 */
export const sqliteDatabase: PackageKind = async function* (context) {
  yield ['.sqlite', (file) => fill(file, context)];
};

async function fill(file: string, { settings, count, records, progress }: PackageContext): Promise<void> {
  using stage = progress.start('sqlite', count);
  // The library locks with a folder, which stays where an export was killed.
  await rm(`${file}.lock`, { recursive: true, force: true });
  const database = new sqlite.Database(file);
  try {
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;${TABLES}`);
    const { title, description, origin, licence } = settings;
    for (const [key, value] of Object.entries({ title, description, origin, licence }))
      database.run('INSERT INTO archive VALUES (?, ?)', [key, value]);
    const article = database.prepare(`INSERT INTO articles VALUES (${Array(16).fill('?').join(', ')})`);
    const topic = database.prepare('INSERT INTO topics VALUES (?, ?)');
    const heading = database.prepare('INSERT INTO headings VALUES (?, ?, ?, ?, ?)');
    try {
      let id = 0;
      for await (const record of records()) {
        if (id % BATCH === 0) database.exec(id === 0 ? 'BEGIN' : 'COMMIT; BEGIN');
        id += 1;
        article.run([id, ...row(record)]);
        for (const name of new Set(record.topics)) topic.run([id, name]);
        for (const [at, { depth, text, recovered }] of record.headings.entries())
          heading.run([id, at + 1, depth, text, recovered ? 1 : 0]);
        stage.tick(1);
      }
      if (id > 0) database.exec('COMMIT');
      database.exec(INDEXES);
    } finally {
      for (const statement of [article, topic, heading]) statement.finalize();
    }
  } finally {
    database.close();
  }
  // The library makes files that only their owner can read.
  await chmod(file, 0o644);
  stage.done();
}

const row = (record: ArticleRecord): (string | number | null)[] => [
  record.path,
  record.url,
  record.title,
  record.author,
  record.time,
  record.time?.slice(0, 10) ?? null,
  record.summary,
  record.text,
  record.han,
  record.words,
  record.repairs,
  record.markdown,
  record.file,
  record.sha256,
  JSON.stringify(record.data),
];
