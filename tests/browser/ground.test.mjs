// The ground the page stands on: its policy holds, nothing is asked of another host, it works
// without its server, and a checker that breaks down says so.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { keptOffline, open, pageFolder, policy, ready, sampleFile } from './fixture.mjs';

describe('the ground', () => {
  const opened = [];
  const openPage = async (options) => {
    const it = await open(options);
    opened.push(it);
    return it;
  };
  after(() => Promise.all(opened.map((it) => it.close())));

  test('the page states a policy that allows no other host and nothing inline', async () => {
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /connect-src 'self'/);
    assert.doesNotMatch(policy, /https?:|unsafe-inline|'unsafe-eval'|\*/);
  });

  test('a whole visit breaks no rule of the policy and asks no other host', async () => {
    const it = await openPage();
    assert.equal(await it.page.title(), '勾稽 – 预算公开核对');
    await it.page.setInputFiles('#choose', sampleFile('planted'));
    await it.page.waitForSelector('.tabs');
    assert.deepEqual(it.record.asked.filter((url) => url.includes('charts')), []);
    for (const tab of [2, 3, 4, 1]) await it.page.click(`.tabs li:nth-child(${tab}) a`);
    await it.page.waitForTimeout(300);
    it.assertClean();
  });

  test('the page works when its server has stopped', async () => {
    const it = await openPage();
    await keptOffline(it.page);
    await it.server.stop();
    await it.page.reload();
    await ready(it.page);
    await it.page.click('#sample-planted');
    await it.page.waitForSelector('.finding');
    it.assertClean();
  });

  test('a new version is announced, and loaded when its reader wants it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gouji-'));
    await cp(pageFolder, folder, { recursive: true });
    const it = await openPage({ folder });
    await it.page.click('#sample-planted');
    await it.page.waitForSelector('.finding');
    await keptOffline(it.page);
    const worker = join(folder, 'sw.js');
    const text = await readFile(worker, 'utf8');
    await rm(`${worker}.br`, { force: true });
    await writeFile(worker, text.replace(/(const CACHE = 'gouji-' \+ ")./, '$1-'));
    await it.page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await it.page.waitForSelector('#renew');
    // Until then the page has what it came with.
    await it.page.click('.tabs li:nth-child(3) a');
    await it.page.waitForSelector('.chart.flow svg');
    await it.page.click('#renew');
    await it.page.waitForFunction(async () => {
      const names = await caches.keys();
      return !document.querySelector('#renew') && names.some((name) => name.startsWith('gouji--'));
    });
    await ready(it.page);
    await it.page.waitForSelector('.chart.flow svg');
    it.assertClean();
    await rm(folder, { recursive: true });
  });

  test('a checker that breaks down says so, and the page goes on', async () => {
    const it = await openPage({
      // The service worker would serve the real files.
      serviceWorkers: 'block',
      prepare: (context) => context.route(/\/worker-[0-9a-f]+\.js$/, (route) => route.fulfill({
        contentType: 'text/javascript',
        body: `export default async () => {};
          export const answer = ({ rules }, send) => {
            if (rules) return send({ rules: '[]' });
            self.panicMessage = 'a slip of ours';
            throw new WebAssembly.RuntimeError('unreachable');
          };`,
      })),
    });
    await it.page.setInputFiles('#choose', sampleFile('sound'));
    const why = await it.page.textContent('.failed-page .why');
    assert.match(why, /a slip of ours/);
    await it.page.waitForSelector('.failed-page #choose', { state: 'attached' });
  });

  test('a checker that cannot be fetched says so', async () => {
    const it = await openPage({
      serviceWorkers: 'block',
      prepare: (context) => context.route(/\/worker-[0-9a-f]+\.js$/, (route) => route.abort()),
    });
    await it.page.setInputFiles('#choose', sampleFile('sound'));
    await it.page.waitForSelector('.failed-page');
    assert.match(await it.page.textContent('.failed-page .why'), /没有能启动/);
  });
});
