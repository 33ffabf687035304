import type { Settings } from '../settings.ts';
import type { Redirect } from './redirects.ts';

/** A file that a host or a server is told things by. */
export interface DeployFile {
  /** Folder it belongs to. `site`: goes into the built site, again after every build; `project`: stays beside package.json, to be committed. */
  root: 'site' | 'project';
  /** Path relative to that root. */
  path: string;
  text: string;
}

/** Measures that hosts limit. */
export type Measure = 'files' | 'bytes' | 'largestFile' | 'filesPerFolder';

/** A limit a host documents. */
export interface Limit {
  measure: Measure;
  /** The most that is allowed; bytes for `bytes` and `largestFile`. */
  most: number;
  /** Plan or way of deploying that it holds for. */
  holds: string;
  /** True where a site above it is refused; false where there is a way around, named in `holds`. */
  hard: boolean;
}

/** A place a site can be published at. A new host is a file and a line in `hosts/index.ts`. */
export interface Host {
  name: string;
  limits: readonly Limit[];
  /** @param redirects old addresses of the articles */
  files(settings: Settings, redirects: readonly Redirect[]): DeployFile[];
}
