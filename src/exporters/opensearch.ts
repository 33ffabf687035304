import { paths } from '../archive/paths.ts';
import { firstCharacters } from '../text/clip.ts';
import { address } from './address.ts';
import type { Exporter } from './exporter.ts';
import { outputKey } from './output-key.ts';
import { element, xmlDocument } from './xml.ts';

const PATH = 'opensearch.xml';

/** `opensearch.xml` (OpenSearch 1.1): lets a browser search the archive from its address bar. Its templates must be absolute. */
export const opensearch: Exporter = {
  name: 'opensearch',
  needsOrigin: true,
  *files({ archive: { settings } }) {
    const self = address(settings, PATH, PATH);
    const search = `${address(settings, PATH, paths.search)}?q={searchTerms}`;
    yield {
      path: PATH,
      key: outputKey([settings.title, settings.description, search]),
      chunks: () =>
        xmlDocument('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
          // The format limits both texts in length.
          element('ShortName', {}, firstCharacters(settings.title, 16)),
          element('Description', {}, firstCharacters(settings.description, 1024)),
          element('Url', { type: 'text/html', template: search }),
          element('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: self }),
          element('Language', {}, 'zh-Hans'),
          element('InputEncoding', {}, 'UTF-8'),
        ]),
    };
  },
};
