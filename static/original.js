// Shows the pages of PDF files as they are, drawn by pdf.js when they come into view, with boxes
// over the figures. The library is fetched when the first page is shown.
import { pdfFiles } from './place.js';

const AHEAD = '800px';
const shown = new Map();
let library;

function load() {
  library ??= import('./pdfjs/pdf.min.mjs').then((it) => {
    Object.assign(it.GlobalWorkerOptions, pdfFiles().worker);
    return it;
  });
  return library;
}

const head = (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024));

/** The files of an archive; the checker unpacks them, and names them as its report does. */
function unpacked(name, bytes, password) {
  return new Promise((done, failed) => {
    const checker = new Worker(globalThis.gouji.worker, { type: 'module' });
    checker.onerror = failed;
    checker.onmessage = ({ data: { files, failure } }) => {
      checker.terminate();
      if (files) done(files);
      else failed(new Error(failure?.en));
    };
    checker.postMessage({ id: 1, unpack: { name, bytes }, password });
  });
}

/** The files of these names among the given ones and in the archives among them. */
async function found(files, names, password) {
  const all = [];
  for (const file of files) {
    const it = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    const isArchive = !names.includes(it.name) && head(it.bytes).startsWith('PK');
    all.push(...isArchive ? await unpacked(it.name, it.bytes, password) : [it]);
  }
  return all.filter((it) => names.includes(it.name) && head(it.bytes).includes('%PDF'));
}

async function opened(bytes, password) {
  const { getDocument } = await load();
  const task = getDocument({
    data: bytes,
    password,
    ...pdfFiles().options,
    // The policy forbids evaluating text as code.
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
  });
  return task.promise;
}

/** A sheet of paper for a page, as large as it will be drawn. */
function sheet(number, { width, height }) {
  const element = document.createElement('section');
  element.className = 'sheet';
  element.dataset.page = number;
  element.style.aspectRatio = `${width} / ${height}`;
  return element;
}

async function draw(element, pdf) {
  const page = await pdf.getPage(Number(element.dataset.page));
  const plain = page.getViewport({ scale: 1 });
  element.style.aspectRatio = `${plain.width} / ${plain.height}`;
  const scale = (element.clientWidth / plain.width) * Math.min(devicePixelRatio, 2);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport }).promise;
  element.querySelector('canvas')?.remove();
  // A page that was left while it was drawn is not kept.
  if (element.dataset.seen) element.prepend(canvas);
}

/** Draws a page that comes near, and lets one go that is far. */
function watch(state, entries) {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) {
      delete target.dataset.seen;
      target.querySelector('canvas')?.remove();
    } else if (!target.dataset.seen) {
      target.dataset.seen = 'true';
      draw(target, state.pdfs.get(target.dataset.file)).catch((error) => console.warn(error));
    }
  }
}

/** Lays out every page of the PDF files of these names. `title` names a page: 第 {} 页. */
export async function showOriginal(element, files, names, password, title) {
  removeOriginal(element);
  const state = { pdfs: new Map(), sizes: [], gone: false };
  state.observer = new IntersectionObserver((entries) => watch(state, entries), { rootMargin: AHEAD });
  shown.set(element, state);
  for (const { name, bytes } of await found(files, names, password)) {
    const pdf = await opened(bytes, password);
    if (state.gone) return void pdf.destroy();
    state.pdfs.set(name, pdf);
    const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      // The boxes of a page are placed by its own size, which pages of one file seldom differ in.
      const size = number <= 200 ? (await pdf.getPage(number)).getViewport({ scale: 1 }) : first;
      const page = sheet(number, size);
      page.dataset.file = name;
      page.setAttribute('aria-label', title.replace('{}', number));
      state.sizes.push({ page, size });
      element.append(page);
      state.observer.observe(page);
    }
  }
  if (state.sizes.length === 0 && !state.gone) throw new Error('no pages');
}

/** Puts boxes over the figures: `[{ file, page, bounds, id, figure, classes, sign, label, should }]`. */
export function markOriginal(element, json) {
  const state = shown.get(element);
  if (!state) return;
  const [only] = state.pdfs.keys();
  const boxes = Map.groupBy(JSON.parse(json), (it) => `${it.file ?? only}/${it.page}`);
  for (const { page, size } of state.sizes) {
    const here = boxes.get(`${page.dataset.file}/${page.dataset.page}`) ?? [];
    for (const old of page.querySelectorAll('.box')) old.remove();
    page.append(...here.map((it) => box(it, size)));
  }
}

/** Marks what is searched for on every page; `query` is plain already. */
export async function searchOriginal(element, query) {
  const state = shown.get(element);
  if (!state) return;
  state.query = query;
  for (const old of element.querySelectorAll('.hit')) old.remove();
  if (!query) return;
  for (const it of state.sizes) {
    it.letters ??= await lettersOf(state.pdfs.get(it.page.dataset.file), Number(it.page.dataset.page));
    if (state.gone || state.query !== query) return;
    it.page.append(...places(it.letters, query).map((bounds) => hit(bounds, it.size)));
  }
}

/** Every letter of a page with its bounds, as far as the widths of words tell them. */
async function lettersOf(pdf, number) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const letters = items.flatMap(({ str, width, height, transform: [, , , , x, y] }) => {
    const signs = [...(str ?? '')];
    const widths = signs.map((it) => (it < '\u0080' ? 1 : 2));
    const step = width / Math.max(widths.reduce((sum, it) => sum + it, 0), 1);
    let left = x;
    return signs.map((sign, at) => {
      const right = left + step * widths[at];
      const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([left, y - height * 0.15, right, y + height]);
      left = right;
      return { sign, bounds: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] };
    });
  });
  return plain(letters);
}

/** The letters as src/app/search.rs compares them: narrow, small, without blanks and without the
 * commas in numbers. */
function plain(letters) {
  const narrow = letters
    .map((it) => ({ ...it, sign: it.sign.normalize('NFKC').toLowerCase() }))
    .filter((it) => it.sign.trim() !== '');
  const digit = (it) => /^\d$/.test(it?.sign);
  return narrow.filter((it, at) => it.sign !== ',' || !digit(narrow[at - 1]) || !digit(narrow[at + 1]));
}

/** Where the words stand, a place for each line they go over. */
function places(letters, query) {
  const starts = [];
  let text = '';
  for (const { sign } of letters) {
    starts.push(text.length);
    text += sign;
  }
  const found = [];
  for (let from = text.indexOf(query); from >= 0; from = text.indexOf(query, from + query.length)) {
    const inside = letters.filter((_, at) => starts[at] >= from && starts[at] < from + query.length);
    const lines = Map.groupBy(inside, (it) => Math.round(it.bounds[3]));
    for (const line of lines.values()) {
      const all = (side, of) => of(...line.map((it) => it.bounds[side]));
      found.push([all(0, Math.min), all(1, Math.min), all(2, Math.max), all(3, Math.max)]);
    }
  }
  return found;
}

function hit(bounds, size) {
  const element = document.createElement('span');
  element.className = 'hit found';
  lay(element, bounds, size);
  return element;
}

/** Lays an element over a place of its page, a little larger than that. */
function lay(element, [left, top, right, bottom], { width, height }) {
  const part = (points, whole) => `${((points / whole) * 100).toFixed(3)}%`;
  element.style.left = part(left - 2, width);
  element.style.top = part(top - 2, height);
  element.style.width = part(right - left + 4, width);
  element.style.height = part(bottom - top + 4, height);
}

function box({ bounds, id, figure, classes, sign, label, should }, size) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = `box ${classes}`;
  element.id = id;
  if (figure !== null) element.dataset.figure = figure;
  element.tabIndex = classes.includes('disagree') ? 0 : -1;
  element.setAttribute('aria-label', label);
  lay(element, bounds, size);
  const mark = document.createElement('span');
  mark.className = 'sign';
  mark.textContent = sign;
  element.append(mark);
  if (should) {
    const words = document.createElement('span');
    words.className = 'should';
    words.textContent = should;
    element.append(words);
  }
  return element;
}

/** Lets the files go. */
export function removeOriginal(element) {
  const state = shown.get(element);
  if (!state) return;
  state.gone = true;
  state.observer.disconnect();
  for (const pdf of state.pdfs.values()) pdf.destroy();
  shown.delete(element);
  element.replaceChildren();
}
