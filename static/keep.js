// Keeps the last input in this browser, so that a reload or a crash loses nothing. What is kept
// stays on this machine; it is one record, replaced by the next input.
const NAME = 'gouji';
const STORE = 'input';
const LARGEST = 32 * 1024 * 1024;

function open() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function inStore(mode, act) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a request as the page sends it to the worker; false when it is too large or refused. */
export async function keep(request) {
  const bytes = (request.inputs ?? []).reduce((sum, input) => sum + input.bytes.byteLength, 0);
  if (bytes > LARGEST) return false;
  try {
    await inStore('readwrite', (store) => store.put(request, 'last'));
    return true;
  } catch {
    return false;
  }
}

/** The request kept last, or undefined. */
export async function kept() {
  try {
    return await inStore('readonly', (store) => store.get('last'));
  } catch {
    return undefined;
  }
}

/** Forgets what was kept. */
export async function forget() {
  try {
    await inStore('readwrite', (store) => store.delete('last'));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
