// The page as one file: opened from a folder, without a server, it checks, draws charts and reads a PDF.
// `make single` makes it; without it the test is left out, unless `CI=true`.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, pageFolder, ready } from './fixture.mjs';
import { scan } from './made.mjs';

const single = join(pageFolder, '../single/gouji.html');

describe('the page as one file', { skip: process.env.CI !== 'true' && !existsSync(single) && 'make single has not been run' }, () => {
  test('checks from file:// and asks nobody for anything', async () => {
    const browser = await launch();
    const page = await browser.newPage({ locale: 'zh-CN' });
    const [asked, errors] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) errors.push(message.text()); });
    page.on('pageerror', (error) => errors.push(String(error)));
    const address = pathToFileURL(single).href;
    await page.goto(address);
    await ready(page);
    await page.click('#sample-planted');
    await page.waitForSelector('.finding');
    assert.match(await page.textContent('.verdict .answer'), /对不上：4 处不符/);
    await page.click('.tabs li:nth-child(3) a');
    await page.waitForSelector('.chart.flow svg');
    await page.reload();
    await ready(page);
    await page.waitForSelector('.verdict');
    await page.click('.tabs li:nth-child(1) a');
    await page.click('#leave');
    await page.setInputFiles('#choose', { name: '扫描.pdf', mimeType: 'application/pdf', buffer: scan() });
    await page.waitForSelector('.failed-page .why');
    assert.deepEqual(asked.filter((url) => !url.startsWith(address) && !/^(blob|data):/.test(url)), []);
    assert.deepEqual(errors, []);
    await browser.close();
  });
});
