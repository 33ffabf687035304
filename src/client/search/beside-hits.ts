import { adviceFor } from './advice.ts';
import { asideLine, boilerplateWord } from './aside.ts';
import { suggestionLine, suggestionsOf } from './suggestions.ts';

/** What stands beside the hits: mentions, what may have been meant, and what may help where nothing was found. */
export const besideHits = { adviceFor, asideLine, boilerplateWord, suggestionLine, suggestionsOf };
export type BesideHits = typeof besideHits;
