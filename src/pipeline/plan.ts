import { hash } from 'node:crypto';
import type { Archive } from '../archive/archive.ts';
import { twinPath } from '../archive/paths.ts';
import { locales } from '../locales/index.ts';
import type { Facts } from '../pages/facts.ts';
import { pageKinds } from '../pages/index.ts';
import type { Site } from '../site/site.ts';
import type { View } from '../types.ts';
import type { Manifest } from './manifest.ts';
import { digest, layoutDigests, pageCode } from './version.ts';

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
  /** Stretch of articles' pages → digest of its inputs. */
  stretches: Record<string, string>;
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
 * @param before what the last build's manifest knows of the pages
 * @param present the files in the output
 */
export function planViews(
  archive: Archive,
  facts: Facts,
  site: Site,
  readerKey: string,
  before: Pick<Manifest, 'views' | 'stretches'>,
  present: ReadonlySet<string>,
): PagePlan {
  const layoutDigest = layoutDigests();
  const shell = digest(pageCode(), readerKey, JSON.stringify(site));
  const shells = new Map<string, string>();
  const shellOf = (layout: string): string => {
    const own = shells.get(layout) ?? digest(shell, layoutDigest(layout));
    shells.set(layout, own);
    return own;
  };
  const plan: PagePlan = { pages: 0, files: [], digests: {}, stretches: {}, articleDigests: '', changed: [] };
  const articles: string[] = [];
  const add = (view: View): void => {
    const { path } = view;
    const made = short(shellOf(view.layout), view.inputs);
    const files = viewFiles(view);
    plan.files.push(...files);
    plan.digests[path] = made;
    if (view.body) articles.push(path, made);
    if (before.views[path] !== made || !files.every((file) => present.has(file))) plan.changed.push(view);
  };
  const t = locales[archive.settings.language];
  for (const kind of pageKinds) for (const view of kind.views(archive, facts, t)) add(view);
  plan.pages = Object.keys(plan.digests).length;
  plan.articleDigests = digest(articles.join('\n'));
  return plan;
}

const short = (shell: string, inputs: string): string => hash('sha256', shell + inputs).slice(0, SHORT);
