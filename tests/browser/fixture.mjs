// What every test of the page needs: the built page served, a browser, and a record of everything
// that must not happen: errors on the console, violations of the policy, requests elsewhere.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core');

export const pageFolder = join(root, 'dist');
export const shots = join(root, 'target/screenshots');

// The flags keep the browser from calling its maker's hosts.
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update',
];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

// Starting a browser costs more than most tests: a file's tests share one, each with a context of its own.
let started;
after(async () => (await started)?.close());

/** The browser of this file's tests. */
export function browserOfFile() {
  started ??= launch();
  return started;
}

/**
 * Opens the page in a context of its own, which shares nothing with others; `close` ends it. `hash` is where it
 * opens, `folder` what is served, `prepare` may change what the browser gets, `beforeReady` does something before
 * the page stands, the rest goes to the browser.
 */
export async function open({ hash = '', folder = pageFolder, prepare, beforeReady, ...options } = {}) {
  const sent = [];
  const server = await serve(folder, 0, (url) => sent.push(url));
  const browser = await browserOfFile();
  const context = await browser.newContext({
    acceptDownloads: true,
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await prepare?.(context);
  const page = await context.newPage();
  // `asked` is what the page itself asked for; `requests` has the service worker's requests too.
  // `sent` is what the server sent to either.
  const record = { errors: [], violations: [], requests: [], asked: [], sent };
  page.on('console', (message) => {
    const ours = !message.text().includes('blocked by Playwright');
    if (ours && ['error', 'warning'].includes(message.type())) record.errors.push(message.text());
  });
  page.on('pageerror', (error) => record.errors.push(String(error)));
  context.on('request', (request) => record.requests.push(request.url()));
  page.on('request', (request) => {
    if (!request.serviceWorker()) record.asked.push(request.url());
  });
  await page.exposeFunction('recordViolation', (text) => record.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.recordViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(server.url + hash);
  await beforeReady?.(page);
  await ready(page);
  return {
    browser, context, page, record, server,
    // Nothing went wrong, and nothing was asked of anybody else.
    assertClean: () => {
      assert.deepEqual(record.violations, []);
      assert.deepEqual(record.errors, []);
      const ours = (url) => url.startsWith(server.url) || /^(blob|data):/.test(url);
      assert.deepEqual(record.requests.filter((url) => !ours(url)), []);
    },
    close: async () => {
      await context.close();
      await server.stop();
    },
  };
}

/** Waits until the page stands. */
export async function ready(page) {
  await page.waitForSelector('html[data-ready]');
  await page.waitForSelector('main');
}

/** Waits until the service worker serves the page. */
export async function keptOffline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Puts HTML and plain text on the clipboard and pastes it for real. */
export async function paste(page, { html, text }) {
  await page.evaluate(async (parts) => {
    const blobs = { 'text/plain': new Blob([parts.text], { type: 'text/plain' }) };
    if (parts.html) blobs['text/html'] = new Blob([parts.html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(blobs)]);
  }, { html, text });
  await page.keyboard.press('Control+V');
}

/** The page with the sample that has mistakes, checked. */
export async function openPlanted(options) {
  const it = await open(options);
  await it.page.click('#sample-planted');
  await it.page.waitForSelector('.finding');
  return it;
}

/** A file as the page's chooser takes it. */
export function file(name, contents) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(contents) };
}

/** A sample of the page, as a file: `sound` or `planted`. */
export function sampleFile(name) {
  return file(`${name}.txt`, readFileSync(join(root, `static/samples/${name}.txt`)));
}

/** Where a published document is: beside the project, not in it. */
export function shared(name) {
  return join(root, '../shared/documents', name);
}

/**
 * Options of a test that needs published documents: without them it is skipped, or fails where `CI=true`
 * says that nothing may be skipped.
 */
export function needs(...names) {
  const missing = names.filter((name) => !existsSync(shared(name)));
  const maySkip = process.env.CI !== 'true' && missing.length > 0;
  return { skip: maySkip && `${missing.join(', ')} is not there` };
}

/** A screenshot to look at, in a folder that git ignores. */
export async function shoot(page, name, options = {}) {
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), ...options });
}

/** The policy that index.html states. */
export const policy = readFileSync(join(root, 'index.html'), 'utf8')
  .match(/Content-Security-Policy" content="([^"]*)"/)[1];
