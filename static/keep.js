// Keeps what the reader gave in this browser, so that a reload or a crash loses nothing. It
// stays on this machine, belongs to one tab, and is gone when the tab is closed: the next one who
// sits down here does not find another's draft.
const NAME = 'gouji';
const STORE = 'input';
const TAB = 'gouji.tab';
const LAST = 'gouji.last';
const OPENING = 'gouji.opening';
const LARGEST = 64 * 1024 * 1024;
// So many steps of a tab's history are kept.
const STEPS = 12;
const ONE_DAY = 24 * 60 * 60 * 1000;

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
      transaction.oncomplete = () => done(request?.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** The records of a tab: one for each step of its history at which something was given. */
const ofTab = (tab) => IDBKeyRange.bound(`${tab}/`, `${tab}/\uffff`);

// Records of tabs that were closed without the page noticing, and of steps long ago.
function deleteStale(store, tab, given) {
  store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    const [owner, step] = String(cursor.key).split('/');
    const old = owner === tab && Number(step) <= given - STEPS;
    if (old || !(Date.now() - cursor.value.when < ONE_DAY)) cursor.delete();
    cursor.continue();
  };
}

/** Keeps `{ given, files, last }` or `{ given, html, text }`; false when it is too large or the browser refuses. */
export async function keep(input) {
  try {
    const size = [...input.files ?? [], ...input.last ? [input.last] : []].reduce((sum, file) => sum + file.size, 0);
    if (size > LARGEST) return false;
    const tab = sessionStorage.getItem(TAB) ?? `${Date.now()}-${Math.random()}`;
    sessionStorage.setItem(TAB, tab);
    sessionStorage.setItem(LAST, input.given);
    await inStore('readwrite', (store) => {
      deleteStale(store, tab, input.given);
      return store.put({ ...input, when: Date.now() }, `${tab}/${input.given}`);
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * What this tab kept of a step, or undefined; of no step, what it kept last. `doubtful` when the page
 * did not come to show it the last time: then it is better offered than opened.
 */
export async function kept(given) {
  try {
    const tab = sessionStorage.getItem(TAB);
    const step = given ?? sessionStorage.getItem(LAST);
    const record = tab && step !== null
      ? await inStore('readonly', (store) => store.get(`${tab}/${step}`)) : undefined;
    if (!record) return undefined;
    const doubtful = sessionStorage.getItem(OPENING) !== null;
    if (given !== undefined) sessionStorage.setItem(OPENING, '');
    return { ...record, doubtful };
  } catch {
    return undefined;
  }
}

/** What was given is shown: opening it does no harm. */
export async function opened() {
  sessionStorage.removeItem(OPENING);
}

/** Forgets what this tab kept. */
export async function forget() {
  try {
    const tab = sessionStorage.getItem(TAB);
    sessionStorage.removeItem(LAST);
    if (tab) await inStore('readwrite', (store) => store.delete(ofTab(tab)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
