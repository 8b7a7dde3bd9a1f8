// Keeps what the reader gave in this browser, so that a reload or a crash loses nothing. It
// stays on this machine and belongs to one tab: its key is the tab's own, so that what a closed tab leaves
// behind cannot be read by the next one who sits down here, and the page deletes it when it is opened again.
const NAME = 'gouji';
const STORE = 'input';
const TAB = 'gouji.tab';
const KEY = 'gouji.key';
const LAST = 'gouji.last';
const OPENING = 'gouji.opening';
const NOTES = 'notes';
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

/** The tab, which holds a lock of its name for as long as it is open. */
function tabName() {
  const tab = sessionStorage.getItem(TAB) ?? `${Date.now()}-${Math.random()}`;
  sessionStorage.setItem(TAB, tab);
  return tab;
}

/** The key of this tab; it is nowhere but in the tab. */
async function tabKey() {
  const usages = ['encrypt', 'decrypt'];
  const known = sessionStorage.getItem(KEY);
  if (known) return crypto.subtle.importKey('jwk', JSON.parse(known), 'AES-GCM', true, usages);
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, usages);
  sessionStorage.setItem(KEY, JSON.stringify(await crypto.subtle.exportKey('jwk', key)));
  return key;
}

async function lock(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

const unlock = (key, { iv, bytes }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);

async function locked(key, { files = [], last, ...rest }) {
  const each = async (file) => ({
    ...await lock(key, await file.arrayBuffer()),
    name: await lock(key, new TextEncoder().encode(file.name)),
  });
  return {
    rest: await lock(key, new TextEncoder().encode(JSON.stringify(rest))),
    files: await Promise.all(files.map(each)),
    last: last && await each(last),
  };
}

async function unlocked(key, { rest, files, last }) {
  const text = async (it) => new TextDecoder().decode(await unlock(key, it));
  const each = async (it) => new File([await unlock(key, it)], await text(it.name));
  return {
    ...JSON.parse(await text(rest)),
    files: files.length > 0 ? await Promise.all(files.map(each)) : undefined,
    last: last && await each(last),
  };
}

/** The records of a tab: one for each step of its history at which something was given. */
const ofTab = (tab) => IDBKeyRange.bound(`${tab}/`, `${tab}/\uffff`);

function deleteWhere(store, isOver) {
  store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return;
    const [owner, step] = String(cursor.key).split('/');
    if (isOver(owner, Number(step), cursor.value)) cursor.delete();
    cursor.continue();
  };
}

/** Deletes what closed tabs left behind. */
async function purge() {
  const tab = tabName();
  await new Promise((held) => {
    navigator.locks.request(`gouji/${tab}`, () => {
      held();
      return new Promise(() => {});
    });
  });
  const { held } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  await inStore('readwrite', (store) => deleteWhere(store, (owner) => !open.has(`gouji/${owner}`)));
}

// A browser without locks deletes after a day.
purge().catch(() => {});

/** Keeps `{ given, files, last }` or `{ given, html, text }`; false when it is too large or the browser refuses. */
export async function keep(input) {
  try {
    const size = [...input.files ?? [], ...input.last ? [input.last] : []].reduce((sum, file) => sum + file.size, 0);
    if (size > LARGEST) return false;
    const tab = tabName();
    sessionStorage.setItem(LAST, input.given);
    const record = { ...await locked(await tabKey(), input), when: Date.now() };
    await inStore('readwrite', (store) => {
      deleteWhere(store, (owner, step, { when }) => (
        (owner === tab && step <= input.given - STEPS) || !(Date.now() - when < ONE_DAY)
      ));
      return store.put(record, `${tab}/${input.given}`);
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
    return { ...await unlocked(await tabKey(), record), doubtful };
  } catch {
    return undefined;
  }
}

/** Keeps what the reader noted on findings, beside what was given. */
export async function keepNotes(notes) {
  try {
    const record = { ...await locked(await tabKey(), { notes }), when: Date.now() };
    await inStore('readwrite', (store) => store.put(record, `${tabName()}/${NOTES}`));
  } catch {
    // The notes stay as long as the page does.
  }
}

/** What the reader noted in this tab, or undefined. */
export async function keptNotes() {
  try {
    const tab = sessionStorage.getItem(TAB);
    const record = tab && await inStore('readonly', (store) => store.get(`${tab}/${NOTES}`));
    return record ? (await unlocked(await tabKey(), record)).notes : undefined;
  } catch {
    return undefined;
  }
}

/** What was given is shown: opening it does no harm. */
export async function opened() {
  sessionStorage.removeItem(OPENING);
}

/** Forgets what this tab kept, and says whether it could. */
export async function forget() {
  try {
    const tab = sessionStorage.getItem(TAB);
    sessionStorage.removeItem(LAST);
    if (tab) await inStore('readwrite', (store) => store.delete(ofTab(tab)));
    return true;
  } catch {
    return false;
  }
}
