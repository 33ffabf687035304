/** An error whose message is meant for the person at the terminal: it says what is wrong and what to do, and no stack trace is shown for it. */
export class UserError extends Error {
  override name = 'UserError';
}
