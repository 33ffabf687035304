import { removal } from '../report.ts';
import type { Source } from './source.ts';

/** The tag of a component on a line of its own: `<Tabs groupId="os">`, `</TabItem>`, `<CodeGroup />`. */
const COMPONENT =
  /^[ \t]*<(\/?)([A-Z][a-z]\w*(?:\.\w+)*)((?:[ \t]+[\w:@.-]+(?:=(?:"[^"\n]*"|'[^'\n]*'|\{[^{}\n]*\}))?){0,12})[ \t]*(\/?)>[ \t]*$/dgm;

/** Takes away the components that a page of a documentation site is built of; the text in them stays, and so do their titles. */
export function wrappers(source: Source): void {
  if (!/^[ \t]*<\/?[A-Z][a-z]\w*/m.test(source.text)) return;
  const names = new Map<string, { open: boolean; closed: boolean }>();
  for (const [, slash, name = '', , self] of source.masked.matchAll(COMPONENT)) {
    const known = names.get(name) ?? { open: false, closed: false };
    names.set(name, {
      open: known.open || slash === '',
      closed: known.closed || slash === '/' || self === '/',
    });
  }
  source.replace(COMPONENT, ({ whole, group, line }) => {
    const known = names.get(group(2));
    if (!known?.open || !known.closed) return null;
    source.notes.repairs.push(removal('wrapper', line, whole.trim()));
    const title = /\b(?:title|label|summary|header)=(?:"([^"]*)"|'([^']*)'|\{["'`]([^"'`]*)["'`]\})/.exec(
      group(3),
    );
    const words = title?.[1] ?? title?.[2] ?? title?.[3] ?? '';
    return words === '' ? '' : `\n**${words.replace(/[*\\]/g, '\\$&')}**\n`;
  });
}
