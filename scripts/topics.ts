import { stringify } from 'yaml';
import { UserError } from '../src/errors.ts';
import { grouped } from '../src/locales/grouped.ts';
import { readTopics } from '../src/pipeline/read-topics.ts';
import { unlistedOf } from '../src/pipeline/unlisted.ts';
import { say } from '../src/terminal.ts';
import { FOLDERS } from './arguments.ts';
import { command } from './command.ts';
import { withContent } from './read-content.ts';

// npm run topics: frequent names in titles and leads that no topic has, for content/topics.yml.
await command(
  {
    command: 'npm run topics --',
    flags: {
      content: FOLDERS.content,
      most: { type: 'string', default: '50', value: 'N', help: 'names to list' },
      yml: { type: 'boolean', default: false, help: 'prints lines for topics.yml and nothing else' },
    },
  },
  ({ values }) => {
    const most = Number(values.most);
    if (!Number.isInteger(most) || most < 1)
      throw new UserError(`Unexpected --most ${values.most}, expected a whole number from 1 on`);
    return withContent(values.content, async ({ contentDir, settings, reading: { archive } }) => {
      const { topics } = await readTopics({ contentDir, settings, studyCache: null });
      const all = unlistedOf(archive, topics);
      const names = all.slice(0, most);
      if (values.yml) {
        for (const { name, articles } of names)
          say(`${stringify(name, { lineWidth: 0 }).trim()}: [] # ${grouped(articles)}`);
        return 0;
      }
      say(
        `${grouped(archive.entries.length)} articles; ${grouped(all.length)} frequent names in titles and leads that no topic has${names.length < all.length ? `, the first ${grouped(names.length)}` : ''}`,
      );
      for (const { name, articles } of names) say(`${grouped(articles).padStart(7)}  ${name}`);
      if (names.length > 0) say('--yml prints lines for topics.yml: keep those that are topics.');
      return 0;
    });
  },
);
