/** The search bundle: loaded on the search page, and elsewhere once the field has the focus. */
import { siteRoot } from '../shared/site-url.ts';
import { allowSiteScripts } from '../trusted-types.ts';
import { findField } from './field.ts';
import { lazyEngines } from './lazy-engines.ts';
import { searchPage } from './page.ts';
import { searchPanel } from './panel.ts';

const root = siteRoot();
const field = findField();
const results = document.getElementById('results');
if (field) {
  // On the search page this comes before the script of every page.
  allowSiteScripts(root);
  const engines = lazyEngines(field.form.dataset.engines ?? '', root);
  if (results) searchPage(field, results, engines, root);
  else searchPanel(field, engines, root);
  // Whoever has the field before them is about to search; what cannot be had now, the search asks for again and reports.
  engines.prepare().catch(() => undefined);
}
