// Runs the pipeline off the page's thread. Whatever goes wrong in it, a panic too, reaches the page
// as a failure: after a panic the module cannot be used again, so the page then starts a new worker.
import start, { answer } from '../worker.js';

const started = start({ module_or_path: program() });

/** The program, which the service worker need not fetch a second time. */
async function program() {
  const address = new URL('../worker_bg.wasm', import.meta.url);
  const held = await globalThis.caches?.match(address).catch(() => undefined);
  if (held) return held;
  const response = await fetch(address);
  const copy = response.clone();
  globalThis.caches?.open('gouji-loaded').then((cache) => cache.put(address, copy)).catch(() => {});
  return response;
}

self.onmessage = async ({ data }) => {
  const send = (message) => self.postMessage({ id: data.id, ...message });
  try {
    await started;
    answer(data, send);
  } catch (error) {
    // The panic hook leaves its message here; a trap by itself only says “unreachable”.
    const why = self.panicMessage ?? String(error);
    send({
      failure: {
        zh: `核对程序自身出错，没有得出结果。（${why}）`,
        en: `The checker itself failed and has no result. (${why})`,
      },
    });
  }
};
