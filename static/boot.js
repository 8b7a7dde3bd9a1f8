// Starts the page and gives it the few things that Rust cannot do by itself: loading a script on
// demand and keeping the last input in the browser. A file of its own, because the page's policy
// allows no inline script.
import { drawChart, redrawCharts, removeChart } from './draw.js';
import { forget, keep, kept, opened } from './keep.js';

// Pages of a PDF are shown by a library that is fetched only then.
const original = (name) => async (...given) => (await import('./original.js'))[name](...given);

const tag = document.querySelector('script[data-wasm]');
const absolute = (path) => new URL(path, document.baseURI).href;

// What the samples are called on the page.
const SAMPLES = { sound: '样例（相符）.txt', planted: '样例（有错）.txt' };

globalThis.gouji = {
  worker: new URL('./pipeline.js', import.meta.url).href,
  drawChart,
  redrawCharts,
  removeChart,
  showOriginal: original('showOriginal'),
  markOriginal: original('markOriginal'),
  searchOriginal: original('searchOriginal'),
  removeOriginal: original('removeOriginal'),
  keep,
  kept,
  forget,
  opened,
  sample: async (name) => {
    const response = await fetch(absolute(`static/samples/${name}.txt`));
    if (!response.ok) throw new Error(response.statusText);
    return new File([await response.blob()], SAMPLES[name]);
  },
};

const theme = localStorage.getItem('gouji.theme');
if (theme) document.documentElement.dataset.theme = theme;

const page = await import(absolute(tag.dataset.js));
await page.default({ module_or_path: absolute(tag.dataset.wasm) });
document.documentElement.dataset.ready = '';

if ('serviceWorker' in navigator && location.protocol !== 'file:') {
  navigator.serviceWorker.register(absolute('sw.js')).catch((error) => console.warn(error));
}
