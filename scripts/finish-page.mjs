// Trunk's last step: bundles the charts, gives the files that Trunk does not hash names that change
// with their contents, and writes the service worker.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const page = process.env.TRUNK_STAGING_DIR ?? join(root, 'dist');
const esbuild = createRequire(join(root, 'web/package.json'))('esbuild');

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

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
  rmSync(join(page, 'static/styles'), { recursive: true });
  nameByContents('worker_bg.wasm', ['worker.js', 'static/pipeline.js']);
  nameByContents('worker.js', ['static/pipeline.js']);
  nameByContents('static/pipeline.js', ['static/boot.js']);
  nameByContents('static/charts.js', ['static/draw.js']);
  nameByContents('static/draw.js', ['static/boot.js']);
  nameByContents('static/keep.js', ['static/boot.js']);
  nameByContents('static/boot.js', ['index.html']);
}

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
    .replace("['FILES']", JSON.stringify(['./', ...files.map((file) => `./${file}`)], null, 2));
  writeFileSync(join(page, 'sw.js'), text);
}

bundleCharts();
nameAllByContents();
writeServiceWorker();
