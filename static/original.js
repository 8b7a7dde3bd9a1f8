// Shows the pages of PDF files as they are, drawn by pdf.js when they come into view, with boxes
// over the figures. The library is fetched when the first page is shown.
const folder = new URL('./pdfjs/', import.meta.url).href;
const AHEAD = '800px';
const shown = new Map();
let library;

function load() {
  library ??= import('./pdfjs/pdf.min.mjs').then((it) => {
    it.GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.min.mjs`;
    return it;
  });
  return library;
}

async function opened(file, password) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (!head.includes('%PDF')) return undefined;
  const { getDocument } = await load();
  const task = getDocument({
    data: bytes,
    password,
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
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
      draw(target, state.pdfs[Number(target.dataset.file)]).catch((error) => console.warn(error));
    }
  }
}

/** Lays out every page of the files that are PDF. `title` names a page: 第 {} 页. */
export async function showOriginal(element, files, password, title) {
  removeOriginal(element);
  const state = { pdfs: [], sizes: [], gone: false };
  state.observer = new IntersectionObserver((entries) => watch(state, entries), { rootMargin: AHEAD });
  shown.set(element, state);
  for (const [index, file] of files.entries()) {
    const pdf = await opened(file, password);
    if (!pdf) continue;
    if (state.gone) return void pdf.destroy();
    state.pdfs[index] = pdf;
    const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      // The boxes of a page are placed by its own size, which pages of one file seldom differ in.
      const size = number <= 200 ? (await pdf.getPage(number)).getViewport({ scale: 1 }) : first;
      const page = sheet(number, size);
      page.dataset.file = index;
      page.setAttribute('aria-label', title.replace('{}', number));
      state.sizes.push({ page, size });
      element.append(page);
      state.observer.observe(page);
    }
  }
}

/** Puts boxes over the figures: `[{ file, page, bounds, id, figure, classes, sign, label }]`. */
export function markOriginal(element, json) {
  const state = shown.get(element);
  if (!state) return;
  const boxes = Map.groupBy(JSON.parse(json), (it) => `${it.file}/${it.page}`);
  for (const { page, size } of state.sizes) {
    const here = boxes.get(`${page.dataset.file}/${page.dataset.page}`) ?? [];
    for (const old of page.querySelectorAll('.box')) old.remove();
    page.append(...here.map((it) => box(it, size)));
  }
}

function box({ bounds, id, figure, classes, sign, label }, { width, height }) {
  const [left, top, right, bottom] = bounds;
  const element = document.createElement('button');
  element.type = 'button';
  element.className = `box ${classes}`;
  element.id = id;
  if (figure !== null) element.dataset.figure = figure;
  element.tabIndex = classes.includes('disagree') ? 0 : -1;
  element.setAttribute('aria-label', label);
  const part = (points, whole) => `${((points / whole) * 100).toFixed(3)}%`;
  element.style.left = part(left - 2, width);
  element.style.top = part(top - 2, height);
  element.style.width = part(right - left + 4, width);
  element.style.height = part(bottom - top + 4, height);
  const mark = document.createElement('span');
  mark.className = 'sign';
  mark.textContent = sign;
  element.append(mark);
  return element;
}

/** Lets the files go. */
export function removeOriginal(element) {
  const state = shown.get(element);
  if (!state) return;
  state.gone = true;
  state.observer.disconnect();
  for (const pdf of state.pdfs) pdf?.destroy();
  shown.delete(element);
  element.replaceChildren();
}
