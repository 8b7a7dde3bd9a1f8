// Documents are steps of the browser's history: nothing that is given loses the report before it, and
// back, forward, a reload and another language keep what the reader was looking at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { file, open, openPlanted, paste, ready, sampleFile } from './fixture.mjs';

const TABLE = '支出总表\n单位：万元\n科目\t合计\n201\t9.00\n合计\t9.00\n';

describe('documents one after the other', () => {
  let it;
  before(async () => {
    it = await openPlanted();
  });
  after(() => it.close());

  test('words and addresses that are no document replace nothing, and the page says so', async () => {
    for (const text of ['请看一下', 'https://www.example.gov.cn/2026/0815/c12.html', '2026年8月15日 第 3 页']) {
      await paste(it.page, { text });
      await it.page.waitForFunction(() => document.querySelector('.told').textContent.includes('没有打开'));
      assert.equal(await it.page.locator('.finding.error').count() > 0, true);
      await it.page.waitForFunction(() => !document.querySelector('.told').textContent, undefined, { timeout: 9000 });
    }
  });

  test('a paste opens its own report, and back leads to the one before as it was left', async () => {
    // Two keys before anything is drawn are two steps.
    await it.page.evaluate(() => {
      const press = () => new KeyboardEvent('keydown', { key: 'n', bubbles: true });
      document.body.dispatchEvent(press());
      document.body.dispatchEvent(press());
    });
    await it.page.waitForSelector('#finding-2.open');
    await paste(it.page, { text: TABLE });
    await it.page.waitForFunction(() => document.querySelector('#title')?.textContent && !document.querySelector('.finding.error'));
    assert.match(await it.page.textContent('.told'), /返回键/);
    await it.page.goBack();
    await it.page.waitForSelector('#finding-2.open');
    await it.page.goForward();
    await it.page.waitForFunction(() => !document.querySelector('.finding.error') && document.querySelector('.verdict'));
    await it.page.goBack();
    await it.page.waitForSelector('#finding-2.open');
    it.assertClean();
  });

  test('its report can still be taken away after another was opened', async () => {
    const download = it.page.waitForEvent('download');
    await it.page.click('summary.button');
    await it.page.click('#export-markdown');
    assert.match(readFileSync(await (await download).path(), 'utf8'), /不符/);
  });

  test('what cannot be read leaves the report where it is, and the page says why', async () => {
    await it.page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], '图.png'));
      document.querySelector('.page').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    }, [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1]);
    await it.page.waitForSelector('.refused');
    assert.match(await it.page.textContent('.refused'), /没有打开“图\.png”：.*图片/);
    await it.page.waitForSelector('#finding-2.open');
    await it.page.click('.refused .close');
    assert.equal(await it.page.locator('.refused').count(), 0);
  });

  test('another file is a step as well, and the report before is offered', async () => {
    await it.page.click('#leave');
    await it.page.waitForSelector('.offer');
    await it.page.goBack();
    await it.page.waitForSelector('#finding-2.open');
  });

  test('a reload keeps the finding and the steps before and behind', async () => {
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForSelector('#finding-2.open');
    await it.page.goForward();
    await it.page.waitForSelector('.open-page');
    await it.page.goBack();
    await it.page.waitForSelector('#finding-2.open');
  });

  test('a reload keeps the tab and how far it was scrolled', async () => {
    await it.page.keyboard.press('2');
    await it.page.waitForSelector('.document-page .paper table');
    await it.page.evaluate(() => scrollTo(0, 1700));
    await it.page.waitForTimeout(100);
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForFunction(() => Math.abs(scrollY - 1700) < 5);
    await it.page.goBack();
    await it.page.waitForSelector('#finding-2.open');
  });

  test('another language keeps the finding, the tab and the place', async () => {
    await it.page.click('.settings button:first-child');
    await it.page.waitForSelector('html[lang=en]');
    assert.equal(await it.page.locator('#finding-2.open').count(), 1);
    await it.page.keyboard.press('2');
    await it.page.waitForSelector('.document-page .paper table');
    await it.page.evaluate(() => scrollTo(0, 900));
    await it.page.waitForTimeout(100);
    await it.page.evaluate(() => document.querySelector('.settings button').click());
    await it.page.waitForSelector('html[lang=zh-CN]');
    assert.ok(Math.abs(await it.page.evaluate(() => scrollY) - 900) < 80);
    assert.match(it.page.url(), /#document/);
    it.assertClean();
  });
});

describe('several documents', () => {
  let it;
  before(async () => { it = await open(); });
  after(() => it.close());

  test('one of them is a step behind their list, over a reload, too', async () => {
    await it.page.setInputFiles('#choose', [sampleFile('planted'), sampleFile('sound'), file('空.txt', '')]);
    await it.page.waitForSelector('.documents');
    await it.page.click('[data-number="1"]');
    await it.page.waitForSelector('.sound');
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForSelector('.sound');
    assert.match(await it.page.textContent('.files .at'), /3\/3/);
    await it.page.goBack();
    await it.page.waitForSelector('.documents');
    await it.page.goBack();
    await it.page.waitForSelector('.open-page');
    it.assertClean();
  });
});
