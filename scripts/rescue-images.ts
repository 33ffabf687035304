import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PackReader } from '../src/cache/article-pack.ts';
import { ArticleCache } from '../src/cache/articles.ts';
import { Cache } from '../src/cache/cache.ts';
import { scan } from '../src/files/scan.ts';
import { grouped } from '../src/locales/grouped.ts';
import { readRescued } from '../src/media/rescued.ts';
import { readArchive, readKey } from '../src/pipeline/read-archive.ts';
import { megabytes } from '../src/pipeline/summary.ts';
import { createProgress } from '../src/progress.ts';
import { remotePictures } from '../src/rescue/remote-pictures.ts';
import { rescue } from '../src/rescue/rescue.ts';
import { readSettings } from '../src/settings.ts';
import { say } from '../src/terminal.ts';
import { MemoryMeter } from '../src/workers/memory.ts';
import { workerCount } from '../src/workers/pool.ts';
import { FOLDERS, wholeNumber } from './arguments.ts';
import { command } from './command.ts';

/** Pictures that are gone, listed one by one. */
const LISTED = 50;

// npm run rescue-images: fetches the pictures of other hosts that articles show into the content folder. A build itself fetches nothing.
await command(
  {
    command: 'npm run rescue-images --',
    flags: {
      content: FOLDERS.content,
      'max-mb': { type: 'string', default: '2000', value: 'N', help: 'megabytes to fetch at most' },
      pause: {
        type: 'string',
        default: '500',
        value: 'MS',
        help: 'milliseconds between two requests to one host',
      },
      wayback: {
        type: 'string',
        default: 'https://web.archive.org/web/',
        value: 'URL',
        help: 'where copies of what is gone are looked for; none to look for none',
      },
      'allow-private': {
        type: 'boolean',
        default: false,
        help: 'ask addresses of this machine and its network too',
      },
    },
  },
  async ({ values }) => {
    const contentDir = path.resolve(values.content);
    const settings = await readSettings(contentDir);
    const workDir = mkdtempSync(path.join(tmpdir(), 'jiuwen-rescue-'));
    const progress = createProgress();
    try {
      const { archive } = await readArchive({
        contentDir,
        ...scan(contentDir, settings.ignore),
        settings,
        cache: new ArticleCache(new Cache(path.join(workDir, 'articles')), readKey(settings)),
        mediaCache: new Cache(path.join(workDir, 'media')),
        studyCache: null,
        progress,
        memory: new MemoryMeter(),
        workers: workerCount(null),
      });
      using articles = new PackReader();
      const pictures = remotePictures(archive.entries, articles);
      using stage = progress.start('rescue', pictures.length);
      const { fetched, bytes, gone, left } = await rescue(pictures, await readRescued(contentDir), {
        contentDir,
        budget: wholeNumber('max-mb', values['max-mb'], 1) * 1e6,
        mostBytes: 32e6,
        patience: 30_000,
        pause: wholeNumber('pause', values.pause, 0),
        wayback: values.wayback === 'none' ? null : values.wayback,
        allowPrivate: values['allow-private'],
        onPicture: () => stage.tick(1),
      });
      stage.done();
      for (const { picture, reason } of gone.slice(0, LISTED))
        say(`${picture.file}: ${picture.address}: ${reason}`);
      if (gone.length > LISTED) say(`… and ${grouped(gone.length - LISTED)} more`);
      say(
        `${grouped(fetched)} of ${grouped(pictures.length)} pictures fetched, ${megabytes(bytes)}; ${grouped(gone.length)} are gone, ${grouped(left)} left for another time`,
      );
      return 0;
    } finally {
      rmSync(workDir, { recursive: true, force: true });
    }
  },
);
