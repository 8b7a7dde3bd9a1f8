// Where the page's own files are: beside it, on the server it came from. scripts/build-single.mjs puts another
// file in the place of this one, in which they are inside the page.
const tag = document.querySelector('script[data-wasm]');
const absolute = (path) => new URL(path, document.baseURI).href;

/** The address of the worker's script. */
export const worker = new URL('./pipeline.js', import.meta.url).href;

/** Starts the program of the page. */
export async function start() {
  // All waiting is done here, before the start page stops listening.
  const program = () => fetch(absolute(tag.dataset.wasm));
  // A server that sends another media type is read whole first.
  const compiled = WebAssembly.compileStreaming(program())
    .catch(async () => WebAssembly.compile(await (await program()).arrayBuffer()));
  const [page, module] = await Promise.all([import(absolute(tag.dataset.js)), compiled]);
  return () => page.default({ module_or_path: module });
}

/** A sample as bytes. */
export async function sample(name) {
  const response = await fetch(absolute(`static/samples/${name}.txt`));
  if (!response.ok) throw new Error(response.statusText);
  return response.blob();
}

/** Keeps the page for use without a network; `announce` is called when a new version of it is here. */
export async function keepOffline(announce) {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(absolute('sw.js'));
    // Some browsers register nothing and say nothing of it.
    if (!registration) return;
    // The first version is no new one.
    const tell = (worker) => {
      if (worker?.state === 'installed' && navigator.serviceWorker.controller) announce();
    };
    const hear = (worker) => worker?.addEventListener('statechange', () => tell(worker));
    tell(registration.waiting);
    hear(registration.installing);
    registration.addEventListener('updatefound', () => hear(registration.installing));
  } catch (error) {
    console.warn(error);
  }
}

/** Loads the new version. */
export async function renew() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage('renew');
}

/** Keeps what only some documents need, too. */
export async function fetchLater() {
  (await navigator.serviceWorker?.ready)?.active?.postMessage('later');
}

/** What pdf.js needs besides its own script. */
export function pdfFiles() {
  const folder = new URL('./pdfjs/', import.meta.url).href;
  return {
    worker: { workerSrc: `${folder}pdf.worker.min.mjs` },
    options: {
      cMapUrl: `${folder}cmaps/`,
      standardFontDataUrl: `${folder}standard_fonts/`,
      wasmUrl: `${folder}wasm/`,
    },
  };
}
