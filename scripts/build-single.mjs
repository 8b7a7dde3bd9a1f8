// Builds the page as one file that opens without a server, for machines that reach nothing: from dist/ and its
// sources into single/gouji.html. Everything that the page loads stands inside it, packed; its policy allows
// no connection at all.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist');
const libraries = join(root, 'web/node_modules');
const esbuild = createRequire(join(root, 'web/package.json'))('esbuild');

const names = readdirSync(built, { recursive: true }).map(String);
const named = (pattern) => {
  const found = names.filter((name) => pattern.test(name) && !name.endsWith('.br'));
  if (found.length !== 1) throw new Error(`${pattern} is ${found.length} files of dist/: build the page first`);
  return join(built, found[0]);
};
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');
const inPage = (path) => join(root, 'static', path);

/** Files that a script asks for by these names are others. */
const instead = (others) => ({
  name: 'instead',
  setup: (build) => {
    for (const [filter, path] of others) build.onResolve({ filter }, () => ({ path }));
  },
});

/** A script with all that it imports. */
function bundle(entry, others, format = 'esm') {
  return esbuild.build({
    ...entry, bundle: true, format, minify: true, write: false, target: 'es2022', legalComments: 'none',
    plugins: [instead(others)],
  }).then(({ outputFiles: [{ text }] }) => text);
}

/** A script that unpacks a part of the page. */
const UNPACK = `
const unpack = async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
};`;

/** The worker with its program inside; it is started from the page as it stands. */
async function worker() {
  const program = named(/^worker_bg-[0-9a-f]+\.wasm$/);
  const script = readFileSync(inPage('pipeline.js'), 'utf8')
    .replace('start({ module_or_path: program() })', 'start({ module_or_path: unpack(PROGRAM) })');
  if (!script.includes('PROGRAM')) throw new Error('static/pipeline.js starts its program in another way');
  const text = await bundle(
    { stdin: { contents: `${UNPACK}\n${script}`, resolveDir: join(root, 'static') }, define: { 'import.meta.url': '""' } },
    [[/^\.\.\/worker\.js$/, named(/^worker-[0-9a-f]+\.js$/)]],
    'iife',
  );
  return `const PROGRAM="${packed(readFileSync(program))}";${text}`;
}

/** What pdf.js reads besides: Chinese encodings, fonts that readers are expected to have, decoders. */
function pdfParts() {
  const from = join(libraries, 'pdfjs-dist');
  const chinese = (name) => /^(Adobe-)?(Uni)?GB[^/]*\.bcmap$/.test(name);
  const all = { cmaps: chinese, standard_fonts: () => true, wasm: (name) => name.endsWith('.wasm') };
  return Object.entries(all).flatMap(([folder, wanted]) => readdirSync(join(from, folder)).filter(wanted)
    .map((name) => [`${folder}/${name}`, readFileSync(join(from, folder, name))]));
}

/** The page's own files are parts of the page: elements that hold them, packed. */
const PLACE = `
${UNPACK}
// The program draws the page anew: what it is made of is taken out before.
const held = new Map([...document.querySelectorAll('[id^=part-]')].map(({ id, textContent }) => [id, textContent]));
const part = (name) => unpack(held.get('part-' + name));
// A page from a folder may start no worker that is a module: all of them are plain scripts here.
const Plain = Worker;
globalThis.Worker = class extends Plain { constructor(url) { super(url); } };
const asUrl = (bytes) => URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
export const worker = asUrl(await part('worker'));
export async function start() {
  const compiled = part('app').then((it) => WebAssembly.compile(it));
  const [{ default: begin }, program] = await Promise.all([import('app.js'), compiled]);
  return () => begin({ module_or_path: program });
}
export const sample = async (name) => new Blob([await part(name)]);
export const keepOffline = async () => {};
export const fetchLater = async () => {};
export const renew = async () => {};
let pdf;
const pdfPart = async (name) => {
  pdf ??= part('pdf').then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
  const held = (await pdf)[name];
  if (held === undefined) throw new Error(name);
  return Uint8Array.from(atob(held), (sign) => sign.charCodeAt(0));
};
let port;
const pdfWorker = asUrl(await part('pdf-worker'));
export const pdfFiles = () => ({
  worker: { workerPort: (port ??= new Worker(pdfWorker)) },
  options: {
    useWorkerFetch: false,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    CMapReaderFactory: class {
      async fetch({ name }) { return { cMapData: await pdfPart('cmaps/' + name + '.bcmap'), isCompressed: true }; }
    },
    StandardFontDataFactory: class {
      fetch({ filename }) { return pdfPart('standard_fonts/' + filename); }
    },
    WasmFactory: class {
      fetch({ filename }) { return pdfPart('wasm/' + filename); }
    },
  },
});
`;

async function page() {
  const files = Object.fromEntries(pdfParts().map(([name, bytes]) => [name, bytes.toString('base64')]));
  const samples = Object.fromEntries(['sound', 'planted']
    .map((name) => [name, readFileSync(join(root, 'static/samples', `${name}.txt`))]));
  const place = join(root, 'target/single-place.js');
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, PLACE);
  const script = await bundle({ entryPoints: [inPage('boot.js')], define: { 'import.meta.url': '""' } }, [
    [/^\.\/place\.js$/, place],
    [/^app\.js$/, named(/^app-[0-9a-f]+\.js$/)],
    [/^\.\/charts\.js$/, join(root, 'web/charts.js')],
    [/^\.\/pdfjs\/pdf\.min\.mjs$/, join(libraries, 'pdfjs-dist/legacy/build/pdf.min.mjs')],
  ]);
  const style = ['colours', 'ground', 'frame', 'paper', 'pages', 'print']
    .map((name) => readFileSync(join(root, 'static/styles', `${name}.css`), 'utf8')).join('\n');
  const parts = {
    worker: packed(await worker()),
    app: packed(readFileSync(named(/^app_bg-[0-9a-f]+\.wasm$/))),
    ...Object.fromEntries(Object.entries(samples).map(([name, bytes]) => [name, packed(bytes)])),
    pdf: packed(JSON.stringify(files)),
    'pdf-worker': packed(await bundle({
      entryPoints: [join(libraries, 'pdfjs-dist/legacy/build/pdf.worker.min.mjs')], define: { 'import.meta.url': '""' },
    }, [], 'iife')),
  };
  return put(style, script.replaceAll('</script', '<\\/script'), parts);
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** index.html with everything inside, under a policy that allows nothing but that. */
function put(style, script, parts) {
  const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; `
    + "img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'";
  const icon = `data:image/svg+xml;base64,${readFileSync(inPage('icon.svg')).toString('base64')}`;
  const held = Object.entries(parts)
    .map(([name, text]) => `<script type="text/plain" id="part-${name}">${text}</script>`).join('\n');
  const html = readFileSync(join(root, 'index.html'), 'utf8')
    .replace(/(Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy)
    .replace(/<link rel="(manifest|modulepreload|preload)"[^>]*>\n/g, '')
    .replace(/href="static\/icon\.svg"/, () => `href="${icon}"`)
    .replace(/(<link rel="stylesheet"[^>]*>\n)+/, () => `<style>${style}</style>\n`)
    .replace(/<script type="module" src[^>]*><\/script>\n/g, '')
    .replace('</body>', () => `${held}\n<script type="module">${script}</script>\n</body>`);
  return html;
}

/** What the file is made of, as one number. */
function inputs() {
  const inFolder = (folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.br'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  const others = ['index.html', 'scripts/build-single.mjs', 'web/charts.js', 'web/package-lock.json'];
  const all = [...inFolder('dist'), ...inFolder('static'), ...others.map((path) => join(root, path))];
  const sum = createHash('sha256');
  all.forEach((path) => sum.update(path).update(readFileSync(path)));
  return sum.digest('hex');
}

const single = join(root, 'single');
const file = join(single, 'gouji.html');
const madeOf = join(root, 'target/single-made-of');
const now = inputs();
if (!existsSync(file) || !existsSync(madeOf) || readFileSync(madeOf, 'utf8') !== now) {
  mkdirSync(single, { recursive: true });
  const html = await page();
  writeFileSync(file, html);
  writeFileSync(madeOf, now);
  console.log(`single/gouji.html: ${(html.length / 1024 / 1024).toFixed(1)} MB`);
}
