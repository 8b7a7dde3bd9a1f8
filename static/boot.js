// Starts the page and gives it the few things that Rust cannot do by itself: loading a script on
// demand and keeping the last input in the browser. A file of its own, because the page's policy
// allows no inline script. What is given before the program is here waits for it.
import { drawChart, redrawCharts, removeChart, saveChart } from './draw.js';
import { forget, keep, keepNotes, kept, keptNotes, opened } from './keep.js';
import * as place from './place.js';
import './speak.js';

const root = document.documentElement;
// A reload comes back to a report, not to the start.
if (history.state?.given !== undefined) root.dataset.returning = '';

// Pages of a PDF are shown by a library that is fetched only then.
const original = (name) => async (...given) => (await import('./original.js'))[name](...given);

// What the samples are called on the page.
const SAMPLES = { sound: '样例（相符）.txt', planted: '样例（有错）.txt' };

globalThis.gouji = {
  worker: place.worker,
  drawChart,
  redrawCharts,
  removeChart,
  saveChart,
  showOriginal: original('showOriginal'),
  markOriginal: original('markOriginal'),
  searchOriginal: original('searchOriginal'),
  removeOriginal: original('removeOriginal'),
  keep,
  kept,
  keepNotes,
  keptNotes,
  forget,
  opened,
  // The page is kept for use without a network once its worker is here: what is being loaded is not loaded a
  // second time.
  keepOffline: () => place.keepOffline(() => {
    globalThis.gouji.isRenewed = true;
    document.dispatchEvent(new CustomEvent('gouji-new-version'));
  }),
  renew: place.renew,
  // What only some documents need is kept for later once a document was checked.
  fetchLater: place.fetchLater,
  // Where the browser can share, as on telephones; else false.
  share: async (text) => {
    if (!navigator.share) return false;
    await navigator.share({ text }).catch((error) => { if (error.name !== 'AbortError') throw error; });
    return true;
  },
  // A finding as a picture: shared where the browser can, else saved.
  picture: async ({ name, parts }) => {
    const { picture } = await import('./picture.js');
    const file = new File([await picture(JSON.parse(parts))], name, { type: 'image/png' });
    if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] })) {
      await navigator.share({ files: [file] }).catch((error) => { if (error.name !== 'AbortError') throw error; });
      return true;
    }
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    return true;
  },
  canShare: 'share' in navigator,
  sample: async (name) => new File([await place.sample(name)], SAMPLES[name]),
};

/** Hands over what the reader gives, at once or as soon as the program is here. */
function give(record) {
  if (globalThis.gouji.hears) {
    document.dispatchEvent(new CustomEvent('gouji-give', { detail: record }));
    return;
  }
  globalThis.gouji.early = record;
  const waiting = document.getElementById('start-waits');
  if (waiting) waiting.hidden = false;
}

/** What a drop or a paste carries. */
function carried(transfer) {
  const files = [...transfer?.files ?? []];
  if (files.length > 0) return { files };
  const [html, text] = ['text/html', 'text/plain'].map((kind) => transfer?.getData(kind) ?? '');
  return text.trim() === '' ? undefined : { html: html.includes('<t') ? html : undefined, text };
}

// The start page takes files before the program is here; the program draws it anew.
const early = new AbortController();
const hear = (target, kind, act) => target?.addEventListener(kind, act, { signal: early.signal });
const chooser = document.getElementById('choose');
// A chooser that is open when the program comes still hands its files over.
chooser?.addEventListener('change', () => { if (chooser.files.length > 0) give({ files: [...chooser.files] }); });
hear(document, 'dragover', (event) => event.preventDefault());
for (const kind of ['drop', 'paste']) {
  hear(document, kind, (event) => {
    const record = carried(event.dataTransfer ?? event.clipboardData);
    event.preventDefault();
    if (record) give(record);
  });
}
for (const name of Object.keys(SAMPLES)) {
  hear(document.getElementById(`sample-${name}`), 'click', async () => give({ files: [await globalThis.gouji.sample(name)] }));
}
for (const element of document.querySelectorAll('[data-asks]')) {
  hear(element, 'click', () => { globalThis.gouji.asked = element.dataset.asks; });
}

/** The start page is painted before the program is asked for; a page in the background paints nothing. */
const painted = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 200);
});

await painted();
const start = await place.start();
const focused = document.activeElement?.id;
early.abort();
await start();
root.dataset.ready = '';
delete root.dataset.returning;
if (focused) document.getElementById(focused)?.focus();

// A worker that never comes does not keep the page from being kept; on a slow line it takes a while.
setTimeout(globalThis.gouji.keepOffline, 60_000);
