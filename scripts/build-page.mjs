// Builds the page into dist/: compiles its two parts, copies what is static, bundles the charts, gives
// every file that is loaded by its name a name that changes with its contents, and writes the service
// worker. `quick` as an argument is for looking at the page while working on it: compiled in seconds, and
// larger and slower than what is published.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'dist');
// The page is put together here, so that one that cannot be built leaves the old one.
const page = join(root, 'target/new-page');
const compiled = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'wasm32-unknown-unknown');
const esbuild = createRequire(join(root, 'web/package.json'))('esbuild');

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

// What was made of the same bytes before is taken from here: `key` says of what and how it is made.
const made = join(root, 'target/made');

// What wasm-opt does for the worker: all of -O3 takes fourteen times as long, for a file that is larger when packed
// and no faster.
const TIDY = ['--dce', '--remove-unused-names', '--simplify-locals-nostructure', '--vacuum', '--reorder-locals'];

// Each part of the page: how our own package is compiled for it, and what wasm-opt does to it.
const PUBLISHED = [
  { name: 'app', profile: 'page', level: '"z"', optimise: ['-Oz'] },
  { name: 'worker', profile: 'page', level: '3', optimise: TIDY },
];
const QUICK = PUBLISHED.map(({ name }) => ({ name, profile: 'quick' }));
const PARTS = process.argv.includes('quick') ? QUICK : PUBLISHED;

function run(command, ...given) {
  execFileSync(command, given, { cwd: root, stdio: 'inherit' });
}

/** The folder of what `make` makes, which is made once for each `key`; it is kept while builds ask for it. */
const asked = new Set();
function once(key, make) {
  const name = hash(key);
  const folder = join(made, name);
  asked.add(name);
  if (!existsSync(folder)) {
    const unfinished = join(made, 'unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    make(unfinished);
    renameSync(unfinished, folder);
  }
  return folder;
}

/** Compiles a part and writes `name.js` and `name_bg.wasm`. */
function compile({ name, profile, level, optimise }) {
  const own = level ? ['--config', `profile.${profile}.package.gouji.opt-level=${level}`] : [];
  run('cargo', 'build', '--locked', '--target', 'wasm32-unknown-unknown', '--features', 'app',
    '--bin', name, '--profile', profile, ...own);
  const program = join(compiled, profile, `${name}.wasm`);
  const how = [name, optimise, hash(readFileSync(program)), hash(readFileSync(join(root, 'web/package-lock.json')))];
  cpSync(once(how.join(), (folder) => {
    run('gouji-bindgen', program, folder);
    const wasm = join(folder, `${name}_bg.wasm`);
    if (optimise) run('wasm-opt', ...optimise, wasm, '-o', wasm);
  }), page, { recursive: true });
}

function copyStatic() {
  cpSync(join(root, 'static'), join(page, 'static'), { recursive: true });
  cpSync(join(root, 'index.html'), join(page, 'index.html'));
}

function bundleCharts() {
  esbuild.buildSync({
    entryPoints: [join(root, 'web/charts.js')],
    outfile: join(page, 'static/charts.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    legalComments: 'eof',
  });
}

/** What pdf.js needs to draw a page: itself, its worker, Chinese encodings, fonts that PDF readers
 * are expected to have, and the decoders of pictures. */
function copyPdfReader() {
  const from = join(root, 'web/node_modules/pdfjs-dist');
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const folder = join(page, 'static', `pdfjs-${version}`);
  mkdirSync(folder, { recursive: true });
  for (const file of ['pdf.min.mjs', 'pdf.worker.min.mjs']) {
    cpSync(join(from, 'legacy/build', file), join(folder, file));
  }
  cpSync(join(from, 'LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(from, 'standard_fonts'), join(folder, 'standard_fonts'), { recursive: true });
  const chinese = (path) => !path.endsWith('.bcmap') || /(^|\/)(Adobe-)?(Uni)?GB[^/]*$/.test(path);
  cpSync(join(from, 'cmaps'), join(folder, 'cmaps'), { recursive: true, filter: chinese });
  const plain = (path) => !path.endsWith('fallback.js');
  cpSync(join(from, 'wasm'), join(folder, 'wasm'), { recursive: true, filter: plain });
  for (const name of ['original.js', 'place.js']) {
    const script = join(page, 'static', name);
    writeFileSync(script, readFileSync(script, 'utf8').replaceAll('./pdfjs/', `./pdfjs-${version}/`));
  }
}

/** Renames a file after its contents, and every mention of it in the files that load it. */
function nameByContents(path, mentionedIn) {
  const extension = extname(path);
  const old = basename(path);
  const name = `${basename(path, extension)}-${hash(readFileSync(join(page, path)))}${extension}`;
  renameSync(join(page, path), join(page, dirname(path), name));
  for (const file of mentionedIn) {
    const text = readFileSync(join(page, file), 'utf8');
    if (!text.includes(old)) throw new Error(`${file} does not mention ${old}`);
    writeFileSync(join(page, file), text.replaceAll(old, name));
  }
}

/** A file is renamed before the files that mention it, as that changes their contents. */
function nameAllByContents() {
  for (const sheet of readdirSync(join(page, 'static/styles'))) {
    nameByContents(`static/styles/${sheet}`, ['index.html']);
  }
  nameByContents('app_bg.wasm', ['app.js', 'index.html']);
  nameByContents('app.js', ['index.html']);
  nameByContents('worker_bg.wasm', ['worker.js', 'static/pipeline.js']);
  nameByContents('worker.js', ['static/pipeline.js']);
  nameByContents('static/pipeline.js', ['static/place.js']);
  nameByContents('static/place.js', ['static/boot.js', 'static/original.js', 'index.html']);
  nameByContents('static/charts.js', ['static/draw.js']);
  nameByContents('static/draw.js', ['static/boot.js', 'index.html']);
  nameByContents('static/keep.js', ['static/boot.js', 'index.html']);
  nameByContents('static/original.js', ['static/boot.js']);
  nameByContents('static/picture.js', ['static/boot.js']);
  nameByContents('static/speak.js', ['static/boot.js', 'index.html']);
  nameByContents('static/boot.js', ['index.html']);
}

// What only the pages of a PDF need does not keep the page waiting.
const isLater = (file) => file.includes('/pdfjs-');
const listed = (files) => files.map((file) => `./${file}`);

function writeServiceWorker() {
  const files = readdirSync(page, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => relative(page, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  const version = hash(files.map((file) => file + hash(readFileSync(join(page, file)))).join());
  const policy = readFileSync(join(page, 'index.html'), 'utf8')
    .match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const text = readFileSync(join(root, 'scripts/sw.template.js'), 'utf8')
    .replace("'VERSION'", JSON.stringify(version))
    .replace("'POLICY'", JSON.stringify(policy))
    .replace("['FILES']", JSON.stringify(['./', ...listed(files.filter((it) => !isLater(it)))], null, 2))
    .replace("['LATER']", JSON.stringify(listed(files.filter(isLater)), null, 2));
  writeFileSync(join(page, 'sw.js'), text);
}

/** Packs what packs well, for servers that send such files as they are. */
function pack() {
  const isText = (name) => /\.(css|html|js|mjs|svg|txt|wasm|webmanifest)$/.test(name);
  for (const entry of readdirSync(page, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isText(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const packed = once(`packed,${hash(bytes)}`, (folder) => {
      writeFileSync(join(folder, 'packed.br'), brotliCompressSync(bytes));
    });
    cpSync(join(packed, 'packed.br'), `${path}.br`);
  }
}

/** What this build did not ask for is of older sources. */
function forget() {
  for (const name of readdirSync(made)) {
    if (!asked.has(name)) rmSync(join(made, name), { recursive: true, force: true });
  }
}

rmSync(page, { recursive: true, force: true });
mkdirSync(page, { recursive: true });
PARTS.forEach(compile);
copyStatic();
bundleCharts();
copyPdfReader();
nameAllByContents();
writeServiceWorker();
if (PARTS !== QUICK) {
  pack();
  forget();
}
rmSync(built, { recursive: true, force: true });
renameSync(page, built);
