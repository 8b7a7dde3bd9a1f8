// Starts the page and gives it the few things that Rust cannot do by itself: loading a script on
// demand and keeping the last input in the browser. A file of its own, because the page's policy
// allows no inline script.
import { forget, keep, kept } from './keep.js';

const tag = document.querySelector('script[data-wasm]');
const absolute = (path) => new URL(path, document.baseURI).href;

globalThis.gouji = {
  worker: new URL('./pipeline.js', import.meta.url).href,
  charts: () => import('./charts.js'),
  keep,
  kept,
  forget,
};

const page = await import(absolute(tag.dataset.js));
await page.default({ module_or_path: absolute(tag.dataset.wasm) });
document.documentElement.dataset.ready = '';

if ('serviceWorker' in navigator && location.protocol !== 'file:') {
  navigator.serviceWorker.register(absolute('sw.js')).catch((error) => console.warn(error));
}
