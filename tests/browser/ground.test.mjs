// The ground the page stands on: its policy holds, nothing is asked of another host, it works
// without its server, and what the reader gives reaches the worker.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { file, keptOffline, open, paste, policy, ready } from './fixture.mjs';

describe('the ground', () => {
  let it;
  before(async () => { it = await open(); });
  after(() => it.close());
  afterEach(() => {
    assert.deepEqual(it.record.violations, []);
    const elsewhere = it.record.requests.filter((url) => !url.startsWith(it.server.url));
    assert.deepEqual(elsewhere.filter((url) => !/^(blob|data):/.test(url)), []);
  });

  test('the page states a policy that allows no other host and no inline script', async () => {
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(policy, /connect-src 'self'/);
    assert.doesNotMatch(policy, /https?:|unsafe-inline|'unsafe-eval'|\*/);
    assert.equal(await it.page.title(), '勾稽：预算公开核对');
  });

  test('the charts are not fetched before one is shown', () => {
    assert.deepEqual(it.record.asked.filter((url) => url.includes('charts')), []);
  });

  test('a chosen file reaches the worker', async () => {
    await it.page.setInputFiles('#choose', file('预算.txt', '合计\t1\n'));
    await it.page.waitForFunction(() => document.querySelector('#heard').textContent.includes('预算.txt 9'));
  });

  test('a paste brings its HTML to the worker', async () => {
    await it.page.focus('#paste');
    await paste(it.page, { html: '<table><tr><td>201</td></tr></table>', text: '201' });
    await it.page.waitForFunction(() => document.querySelector('#heard').textContent.includes('<td>201'));
  });

  test('a panic in the worker is told', async () => {
    const errors = it.record.errors.length;
    await it.page.setInputFiles('#choose', file('panic.txt', ''));
    await it.page.waitForFunction(() => document.querySelector('#heard').textContent.includes('Failure'));
    it.record.errors.length = errors;
  });

  test('the page works when its server has stopped', async () => {
    await keptOffline(it.page);
    await it.server.stop();
    await it.page.reload();
    await ready(it.page);
    await it.page.setInputFiles('#choose', file('离线.txt', '1'));
    await it.page.waitForFunction(() => document.querySelector('#heard').textContent.includes('离线.txt 1'));
    assert.deepEqual(it.record.errors, []);
  });
});
