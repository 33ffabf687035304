/** A topic as matching and pages know it: a name with the other names for it, and what it means. JSON-able: it travels to the workers. */
export interface Topic {
  /** As it is shown. */
  name: string;
  /** Other names. */
  aliases: readonly string[];
  /** Words of which one has to stand near its name and aliases, because these mean something else as well; empty where they do not. */
  context: readonly string[];
  /** Other names that need no word near them, and are such words themselves. */
  sure: readonly string[];
  /** Longer words that hold one of its names and mean something else. */
  except: readonly string[];
  /** The sort of thing, such as 公司; empty where nobody said. */
  kind: string;
  /** One line; empty where nobody gave one. */
  definition: string;
  /** True of the shipped list: such a topic counts only where several articles have it. */
  isShipped: boolean;
}

/** A topic that an article is about, and how much: `weight` counts places, those in the title and the lead for more. */
export interface Mention {
  /** Name of the topic. */
  topic: string;
  weight: number;
}

/** All names of a topic. */
export const namesOf = ({ name, aliases, sure }: Topic): string[] => [name, ...aliases, ...sure];
