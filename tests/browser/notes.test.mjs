// What the reader adds to a report, and what the report says of itself: a finding marked as explained is so in
// every export and after a reload, a receipt is verified by the command line, and the self-test tries the document.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { open, openPlanted, ready, sampleFile } from './fixture.mjs';

const NOTE = '已报财政局备案';
const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url));
const program = ['debug', 'release'].map((profile) => join(target, profile, 'gouji')).find(existsSync);

/** Takes one format away and returns where it was saved. */
async function exported(page, format) {
  await page.click('.document-title .menu summary');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#export-${format}`)]);
  return download.path();
}

describe('a finding that is explained', () => {
  let it;
  before(async () => {
    it = await open();
    await it.page.setInputFiles('#choose', sampleFile('planted'));
    await it.page.waitForSelector('.finding');
  });
  after(() => it.close());

  test('takes its note by keyboard', async () => {
    await it.page.focus('#finding-0 .explain');
    await it.page.keyboard.press('Enter');
    await it.page.waitForFunction(() => document.activeElement.id === 'note-0');
    assert.ok(await it.page.isDisabled('#finding-0 .note .primary'));
    await it.page.keyboard.type('不要了');
    await it.page.keyboard.press('Escape');
    await it.page.waitForFunction(() => document.activeElement.id === 'finding-0-head');
    assert.equal(await it.page.locator('#finding-0.open').count(), 1);
    assert.equal(await it.page.locator('.note').count(), 0);
    await it.page.click('#finding-0 .explain');
    await it.page.fill('#note-0', NOTE);
    await it.page.keyboard.press('Tab');
    await it.page.keyboard.press('Enter');
    await it.page.waitForSelector('#finding-0 .noted');
    assert.match(await it.page.textContent('.verdict .answer'), /对不上：4 处不符.*其中 1 处已说明/);
    assert.equal(await it.page.textContent('#finding-0 .explained'), '已说明');
  });

  test('is so in every export', async () => {
    for (const format of ['html', 'markdown', 'csv', 'json', 'receipt']) {
      const text = await readFile(await exported(it.page, format), 'utf8');
      assert.equal(text.split(NOTE).length, 2, format);
    }
  });

  test('and when it is copied', async () => {
    await it.page.click('#finding-0 .copy');
    await it.page.waitForFunction(() => document.querySelector('.told').textContent !== '');
    assert.match(await it.page.evaluate(() => navigator.clipboard.readText()), new RegExp(`已说明：${NOTE}$`));
  });

  test('stays so over a reload, and when the corrected file is checked', async () => {
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForSelector('#finding-0 .noted');
    await it.page.click('#leave');
    await it.page.setInputFiles('#choose', { ...sampleFile('planted'), name: '改过.txt' });
    await it.page.waitForSelector('.since');
    assert.equal(await it.page.locator('.explained').count(), 1);
    await it.page.click('#finding-0 .note .buttons button:last-child');
    await it.page.waitForFunction(() => !document.querySelector('.explained'));
    it.assertClean();
  });
});

describe('a receipt made on the page', { skip: process.env.CI !== 'true' && !program && 'the command line has not been built' }, () => {
  test('is verified by the command line, and a changed byte is refused', async () => {
    const it = await open();
    const folder = await mkdtemp(join(tmpdir(), 'gouji-'));
    const { name, buffer } = sampleFile('planted');
    await it.page.setInputFiles('#choose', { name, mimeType: 'text/plain', buffer });
    await it.page.waitForSelector('.finding');
    const receipt = await exported(it.page, 'receipt');
    const verify = async (file) => {
      const run = promisify(execFile)(program, ['verify', receipt, file]);
      return run.then(({ stdout }) => ({ code: 0, stdout }), ({ code, stdout }) => ({ code, stdout }));
    };
    const [copy, original] = [join(folder, '别名.txt'), join(folder, name)];
    await writeFile(copy, buffer);
    const same = await verify(copy);
    assert.equal(same.code, 0, same.stdout);
    assert.match(same.stdout, /与收据一致/);
    buffer[buffer.length - 1] ^= 1;
    await writeFile(original, buffer);
    const changed = await verify(original);
    assert.equal(changed.code, 1, changed.stdout);
    assert.match(changed.stdout, /内容不同/);
    await it.close();
  });
});

describe('how well figures are held', () => {
  test('is shown over the document, and tried by slips that can be stopped', async () => {
    const it = await openPlanted();
    await it.page.click('.tabs li:nth-child(2) a');
    await it.page.waitForSelector('.paper .figure');
    assert.equal(await it.page.locator('.paper [class*="guard-"]').count(), 0);
    await it.page.click('#guards');
    await it.page.waitForSelector('.paper .guard-named');
    const named = await it.page.locator('.paper .guard-named').count();
    const unseen = await it.page.locator('.paper .guard-unseen').count();
    assert.ok(named > 10 * unseen, `${named} named, ${unseen} unseen`);
    await it.page.click('#self-test');
    await it.page.waitForFunction(() => document.querySelector('.self-test progress')?.value >= 8);
    // The page answers meanwhile.
    await it.page.fill('#search', '合计');
    await it.page.waitForSelector('.paper .found');
    await it.page.click('#self-test');
    await it.page.waitForTimeout(500);
    const at = await it.page.$eval('.self-test progress', (bar) => bar.value);
    await it.page.waitForTimeout(500);
    assert.equal(await it.page.$eval('.self-test progress', (bar) => bar.value), at);
    assert.match(await it.page.textContent('.rates'), /试了 \d+ 个数字（共 \d+ 个）：发现 \d+ 个/);
    await it.page.click('#guards');
    assert.equal(await it.page.locator('.guards').count(), 0);
    // What was tried is no change of the document.
    await it.page.click('.tabs li:nth-child(1) a');
    assert.match(await it.page.textContent('.verdict .answer'), /对不上：4 处不符/);
    it.assertClean();
    await it.close();
  });
});
