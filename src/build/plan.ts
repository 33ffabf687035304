import { twinPath } from '../archive/paths.ts';
import { plan as allViews } from '../pages/index.ts';
import type { Facts } from '../pages/page.ts';
import type { Site } from '../site/site.ts';
import type { Archive, View } from '../types.ts';
import { digest, layoutDigests, pageCode } from './code.ts';

/** Characters of a digest kept a page: 64 bits tell one page's versions apart. */
const SHORT = 16;

/** Which pages there are to be, and which of them have to be rendered. */
export interface PagePlan {
  /** Number of pages. */
  pages: number;
  /** Every file the pages come to, twins included. */
  files: string[];
  /** Page → digest of its inputs. */
  digests: Record<string, string>;
  /** Digest of all articles' digests: what an index over them depends on. */
  articleDigests: string;
  /** The pages whose inputs differ from the last build's, or whose file is missing. */
  changed: View[];
}

/** The files a view comes to. */
export const viewFiles = (view: View): string[] =>
  view.source ? [view.path, twinPath(view.path)] : [view.path];

/**
 * Plans all pages and compares each with the last build.
 * @param readerKey digest of what reading depends on besides the files
 * @param before page → digest, of the last build
 * @param present the files in the output
 */
export function planViews(
  archive: Archive,
  facts: Facts,
  site: Site,
  readerKey: string,
  before: Readonly<Record<string, string>>,
  present: ReadonlySet<string>,
): PagePlan {
  const layoutDigest = layoutDigests();
  const shell = digest(pageCode(), readerKey, JSON.stringify(site));
  const shells = new Map<string, string>();
  const result: PagePlan = { pages: 0, files: [], digests: {}, articleDigests: '', changed: [] };
  const articles: string[] = [];
  for (const view of allViews(archive, facts)) {
    const { path, layout } = view;
    const own = shells.get(layout) ?? digest(shell, layoutDigest(layout));
    shells.set(layout, own);
    const made = digest(own, view.inputs ?? JSON.stringify(view.data)).slice(0, SHORT);
    const files = viewFiles(view);
    result.pages += 1;
    result.files.push(...files);
    result.digests[path] = made;
    if (view.body) articles.push(path, made);
    if (before[path] !== made || !files.every((file) => present.has(file))) result.changed.push(view);
  }
  result.articleDigests = digest(articles.join('\n'));
  return result;
}
