/** The bundle that says there is a newer build: loaded when there may be one. Nothing loads anew by itself. */
import { update as t } from '#locale';
import { OFFLINE_PAGE } from '../../offline/format.ts';
import { siteRoot } from '../shared/site-url.ts';
import { fetchIndex } from './download.ts';
import { TAKE_OVER } from './messages.ts';
import { SiteStorage } from './site-storage.ts';

const root = siteRoot();

async function tell(): Promise<void> {
  const storage = new SiteStorage(root);
  const registration = await navigator.serviceWorker.getRegistration(root);
  const record = await storage.record();
  if (record) {
    const index = await fetchIndex(storage);
    // Some hosts leave out `.html`.
    const [here = ''] = location.href.split(/(?:\.html)?(?:[?#]|$)/);
    const onPage = `${here}.html` === root + OFFLINE_PAGE;
    if (index.build !== record.build && !onPage) {
      const link = document.createElement('a');
      link.href = root + OFFLINE_PAGE;
      link.textContent = t.see;
      show(t.archive, link);
    }
    // With the archive saved its pages are what is read: a newer worker can wait until no page is open.
    if (index.build !== record.build) return;
  }
  if (!registration || !(await waits(registration))) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t.take;
  button.addEventListener('click', () => {
    // Another tab has taken it.
    if (!registration.waiting) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage(TAKE_OVER);
  });
  show(t.version, button);
}

/** Whether a newer worker waits, or will as soon as it is installed. */
async function waits({ installing, waiting }: ServiceWorkerRegistration): Promise<boolean> {
  if (!installing) return waiting !== null;
  await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
  return installing.state === 'installed';
}

/** A quiet line between the head and the text. */
function show(text: string, action: HTMLElement): void {
  const line = document.createElement('p');
  line.className = 'news note';
  line.setAttribute('role', 'status');
  document.querySelector('main')?.before(line);
  line.append(`${text} `, action);
}

// Offline there is no telling, and nothing is said.
tell().catch(() => undefined);
