/** The search bundle: loaded on the search page, and elsewhere once the field has the focus. */
import { siteRoot } from '../site-root.ts';
import { findField } from './field.ts';
import { searchPage } from './page.ts';
import { pagefindEngine } from './pagefind-engine.ts';
import { searchPanel } from './panel.ts';

const root = siteRoot();
const field = findField();
const results = document.getElementById('results');
if (field) {
  const engine = pagefindEngine(`${root}pagefind/`);
  if (results) searchPage(field, results, engine, root);
  else searchPanel(field, engine, root);
}
