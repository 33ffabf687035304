import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EleventyConfig } from '@11ty/eleventy';
import nunjucks from 'nunjucks';

const LAYOUTS = fileURLToPath(new URL('../../layouts', import.meta.url));

/** What a layout reads: see `addViews`. */
type LayoutData = Record<'v' | 'site' | 't', unknown>;

/**
 * Has Eleventy render layouts with this Nunjucks instead of its own, which calls back through a queue at every include and copies all of a
 * page's data for each: that takes four times as long as rendering. Layouts are compiled once a build.
 */
export function useLayouts(config: EleventyConfig): void {
  let environment = newEnvironment();
  config.on('eleventy.before', () => {
    environment = newEnvironment();
  });
  config.addExtension('njk', {
    compile: (source, file) => {
      const name = path.relative(LAYOUTS, path.resolve(file));
      const layout = new nunjucks.Template(source, environment, name, true);
      return ({ v, site, t }: LayoutData) => layout.render({ v, site, t });
    },
  });
}

const newEnvironment = () =>
  new nunjucks.Environment(new nunjucks.FileSystemLoader(LAYOUTS), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
