import type { Topic } from './topic.ts';

/** A topic for tests: everything has a default. */
export const topicOf = (name: string, fields: Partial<Topic> = {}): Topic => ({
  name,
  aliases: [],
  context: [],
  sure: [],
  except: [],
  kind: '',
  definition: '',
  isShipped: false,
  ...fields,
});
