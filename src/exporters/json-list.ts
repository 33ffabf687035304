/** A JSON object in pieces: its fields, and last a list with one item a line. */
export function* jsonWithList(fields: object, name: string, items: Iterable<unknown>): Generator<string> {
  yield `${JSON.stringify(fields).slice(0, -1)},"${name}":[`;
  let separator = '\n';
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield '\n]}\n';
}
