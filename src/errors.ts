/** An error whose message is meant for the person at the terminal: it says what is wrong and what to do, and no stack trace is shown for it. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Thrown where an article's file went away, or became unreadable, after it had been found: the build begins again without it. */
export class SourceGone extends UserError {
  override name = 'SourceGone';
}

/** Reason of a failure, without the absolute path that the file system's own words end in: a report may be published. */
export const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/, \w+(?: '.*)?$/s, '');
