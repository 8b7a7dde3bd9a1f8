// The files people have: a PDF with its pages shown as they are, several files at once, a file that
// needs a password, and how far a long one is read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { browserOfFile, file, keptOffline, needs, open, ready, sampleFile, shared } from './fixture.mjs';
import { locked, scan, zip } from './made.mjs';

/** A ruled table printed to PDF; its total does not add up. */
async function printed() {
  const rows = [['201', '一般公共服务支出', '9.00', '4.00', '5.00'], ['208', '社会保障和就业支出', '1.00', '1.00', '0.00'],
    ['', '合计', '10.00', '5.00', '6.00']];
  const cells = (row, tag) => `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const head = cells(['科目编码', '科目名称', '合计', '基本支出', '项目支出'], 'th');
  const html = `<style>table { border-collapse: collapse } td, th { border: 1px solid black; padding: 6px }</style>
    <p>支出总表</p><p>单位：万元</p><table>${head}${rows.map((row) => cells(row, 'td')).join('')}</table>
    <p style="break-before: page">第二页：2026年支出预算10.00万元，其中基本支出5.00万元。</p>`;
  const browser = await browserOfFile();
  const page = await browser.newPage();
  await page.setContent(html);
  const bytes = await page.pdf({ format: 'A4' });
  await page.close();
  return bytes;
}

describe('a PDF', () => {
  let it;
  before(async () => {
    it = await open();
    await it.page.setInputFiles('#choose', file('支出.pdf', await printed()));
    await it.page.waitForSelector('.tabs');
  });
  after(() => it.close());

  test('is checked, and places say their page', async () => {
    assert.ok(await it.page.locator('.finding.error').count() > 0);
    assert.match(await it.page.textContent('#finding-0 dd ul'), /第 1 页/);
  });

  test('shows its pages as they are, with the figures of the finding boxed', async () => {
    assert.deepEqual(it.record.asked.filter((url) => url.includes('pdfjs')), []);
    await it.page.click('.views button:nth-child(2)');
    await it.page.waitForSelector('.sheet canvas');
    assert.equal(await it.page.locator('.sheet').count(), 2);
    const lit = it.page.locator('.box.lit').first();
    await lit.waitFor();
    const [sheet, box] = [await it.page.locator('.sheet').first().boundingBox(), await lit.boundingBox()];
    assert.ok(box.x > sheet.x && box.x + box.width < sheet.x + sheet.width);
    assert.ok(box.y > sheet.y && box.y + box.height < sheet.y + sheet.height);
    assert.ok(await inked(lit), 'there is ink in the box');
    it.assertClean();
  });

  test('a box shows the checks of its figure', async () => {
    await it.page.locator('.box.lit').first().click();
    await it.page.waitForSelector('.card.pinned li .formula');
    await it.page.keyboard.press('Escape');
  });

  test('the choice holds in the document, too, and can be taken back', async () => {
    await it.page.keyboard.press('2');
    await it.page.waitForSelector('.document-page .sheet canvas');
    await it.page.click('.views button:nth-child(1)');
    await it.page.waitForSelector('.document-page .paper table');
    assert.equal(await it.page.locator('.sheet').count(), 0);
  });

  test('its pages are drawn without the server, once the page was kept', async () => {
    await keptOffline(it.page);
    await it.page.waitForFunction(async () => {
      const caches = await globalThis.caches.keys();
      const cache = await globalThis.caches.open(caches[0]);
      return (await cache.keys()).some((it) => it.url.includes('cmaps'));
    });
    await it.server.stop();
    await it.page.click('.views button:nth-child(2)');
    await it.page.waitForSelector('.sheet canvas');
    it.assertClean();
  });

  /** Whether something dark is drawn on the page below a box. */
  const inked = (box) => box.evaluate((element) => {
    const canvas = element.closest('.sheet').querySelector('canvas');
    const [whole, at] = [canvas.getBoundingClientRect(), element.getBoundingClientRect()];
    const scale = canvas.width / whole.width;
    const { data } = canvas.getContext('2d').getImageData((at.x - whole.x) * scale,
      (at.y - whole.y) * scale, at.width * scale, at.height * scale);
    return data.some((value, index) => index % 4 === 0 && value < 100);
  });
});

describe('the pages of a PDF', () => {
  let it;
  before(async () => {
    it = await open();
    await it.page.setInputFiles('#choose', file('附件.zip', zip({ '预算/支出.pdf': await printed() })));
    await it.page.waitForSelector('.tabs');
  });
  after(() => it.close());

  test('are shown out of an archive, too', async () => {
    await it.page.click('.views button:nth-child(2)');
    await it.page.waitForSelector('.sheet canvas');
    await it.page.locator('.box.lit').first().waitFor();
    it.assertClean();
  });

  test('a mark hides no letter: beside its cell, over its figure in the text', async () => {
    const places = (figure) => Promise.all([figure.boundingBox(), figure.locator('.sign').boundingBox()]);
    const [cell, beside] = await places(it.page.locator('.box.cell.lit').first());
    assert.ok(beside.x >= cell.x + cell.width - 2);
    const [word, over] = await places(it.page.locator('.box:not(.cell)').first());
    assert.ok(over.y + over.height <= word.y + word.height * 0.35);
    assert.ok(over.height < word.height);
  });

  test('the search marks there what it finds, however a number is set', async () => {
    await it.page.keyboard.press('2');
    await it.page.waitForSelector('.document-page .sheet canvas');
    for (const [query, places] of [['１０．００', 2], ['9.00', 1], ['社会保障', 1], ['第二', 1], ['没有这个', 0]]) {
      await it.page.fill('#search', query);
      await it.page.waitForFunction((count) => document.querySelectorAll('.sheet .hit').length === count, places, { timeout: 5000 });
    }
    await it.page.fill('#search', '社会保障');
    const hit = it.page.locator('.sheet .hit');
    await hit.waitFor();
    await it.page.keyboard.press('Enter');
    await it.page.waitForSelector('.hit.here');
    it.assertClean();
  });
});

describe('several files', () => {
  let it;
  before(async () => { it = await open(); });
  after(() => it.close());

  test('documents of their own are listed with a verdict each; one is a click away, and back', async () => {
    await it.page.setInputFiles('#choose', [sampleFile('planted'), sampleFile('sound'), file('空.txt', '')]);
    await it.page.waitForSelector('.documents');
    const verdicts = await it.page.locator('.document .sentence').allTextContents();
    assert.equal(verdicts.length, 3);
    // The worst comes first.
    assert.match(verdicts[0], /处不符/);
    assert.match(verdicts[1], /空/);
    assert.match(await it.page.textContent('.document.unread'), /没有读出/);
    assert.match(await it.page.textContent('.document:nth-child(1) .totals'), /收入 [\d,.]+，支出 [\d,.]+ 万元/);
    await it.page.click('.document:nth-child(3) button');
    await it.page.waitForSelector('.sound');
    await it.page.keyboard.press(']');
    await it.page.waitForSelector('.finding.error');
    await it.page.keyboard.press('[');
    await it.page.waitForSelector('.sound');
    await it.page.click('#all-documents');
    await it.page.click('.list-tools .chip.disagree');
    assert.equal(await it.page.locator('.document').count(), 1);
    await it.page.click('.list-tools .chip.disagree');
    await it.page.click('#copy-list');
    await it.page.waitForFunction(() => document.querySelector('.told').textContent === '已复制');
    assert.match(await it.page.evaluate(() => navigator.clipboard.readText()), /2026 · 不符 .+应为/);
    await it.page.click('.document.unread button');
    await it.page.waitForSelector('.failed-page .why');
    await it.page.locator('.failed-page button', { hasText: '全部文件' }).click();
    await it.page.waitForSelector('.documents');
    it.assertClean();
  });

  test('stand side by side, and can be put together and taken apart again', async () => {
    await it.page.click('.side-by-side summary');
    assert.equal(await it.page.locator('.side-by-side tbody tr').count(), 2);
    assert.equal(await it.page.locator('#together').count(), 0);
    // What was not read cannot be a part of anything.
    for (const at of [0, 1]) await it.page.locator('.document:not(.unread) > input').nth(at).check();
    await it.page.click('#together');
    await it.page.waitForSelector('.verdict');
    assert.match(await it.page.textContent('.document-title'), /planted\.txt \+ sound\.txt/);
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForSelector('.verdict');
    assert.match(await it.page.textContent('.document-title'), /planted\.txt \+ sound\.txt/);
    await it.page.goBack();
    await it.page.waitForSelector('.documents');
    it.assertClean();
  });

  test('a narrative and its tables published apart are one disclosure', async () => {
    const lines = sampleFile('sound').buffer.toString('utf8').split('\n');
    const from = lines.findIndex((line) => line.includes('\t')) - 5;
    const to = lines.findLastIndex((line) => line.startsWith('第三部分'));
    const tables = file('附表.txt', lines.slice(from, to).join('\n'));
    const narrative = file('说明.txt', [...lines.slice(0, from), ...lines.slice(to)].join('\n'));
    await it.page.click('#leave');
    await it.page.setInputFiles('#choose', [narrative, tables]);
    await it.page.waitForSelector('.verdict');
    assert.match(await it.page.textContent('.document-title'), /说明\.txt/);
    assert.match(await it.page.textContent('.document-title'), /附表\.txt/);
    it.assertClean();
  });
});

describe('an archive', () => {
  let it;
  before(async () => { it = await open(); });
  after(() => it.close());
  const picture = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const four = { '一份.txt': sampleFile('sound').buffer, '扫描.pdf': scan(), '加密.pdf': locked('kai'), '照片.png': picture };
  const names = Object.keys(four).map((name) => `四份.zip/${name}`);
  const listed = () => it.page.$$eval('.document', (all) => all.map((each) => ({
    name: each.querySelector('.file').textContent,
    unread: each.classList.contains('unread'),
    sentence: each.querySelector('.sentence').textContent,
  })));

  for (const deflated of [false, true]) {
    test(`lists what was not read, and why, ${deflated ? 'deflated' : 'stored'}`, async () => {
      await it.page.setInputFiles('#choose', file('四份.zip', zip(four, { deflated })));
      await it.page.waitForSelector('.documents');
      const found = await listed();
      // What was not read comes before what agrees.
      assert.deepEqual(found.map(({ name }) => name), [...names.slice(1), names[0]]);
      assert.deepEqual(found.map(({ unread }) => unread), [true, true, true, false]);
      assert.match(found[0].sentence, /扫描件/);
      assert.match(found[1].sentence, /密码/);
      assert.match(found[2].sentence, /图片/);
      await it.page.click('#leave');
    });
  }

  test('opens a file of it with the password that is asked for', async () => {
    await it.page.setInputFiles('#choose', file('四份.zip', zip({ '内.zip': zip(four) })));
    await it.page.waitForSelector('.documents');
    await it.page.click('[data-number="2"]');
    assert.match(await it.page.textContent('.failed-page h1'), /加密\.pdf 需要密码/);
    await it.page.fill('#password', 'kai');
    await it.page.keyboard.press('Enter');
    await it.page.waitForSelector('.documents');
    assert.deepEqual((await listed()).filter(({ unread }) => unread).map(({ sentence }) => /扫描件|图片/.test(sentence)), [true, true]);
    await it.page.click('[data-number="2"]');
    await it.page.click('.views button:nth-child(2)');
    await it.page.waitForSelector('.sheet canvas');
    it.assertClean();
  });

  test('says of a letter that it holds no table', async () => {
    await it.page.click('#leave');
    const letter = Buffer.from('各位同事：附件请查收。');
    await it.page.setInputFiles('#choose', file('两份.zip', zip({ '信.txt': letter, '一份.txt': four['一份.txt'] })));
    await it.page.waitForSelector('.documents');
    assert.match(await it.page.textContent('[data-number="0"] .stamp'), /没有预算表/);
    assert.match(await it.page.textContent('[data-number="1"] .stamp'), /相符/);
    it.assertClean();
  });
});

describe('two years of one unit', () => {
  let it;
  after(() => it?.close());
  const year = (number) => `jiangsu-high-court-${number}.pdf`;
  const yearFile = (number) => file(`${number}.pdf`, readFileSync(shared(year(number))));
  test('are compared, last year chosen beside this one', needs(year(2018), year(2019)), async () => {
    it = await open();
    await it.page.setInputFiles('#choose', yearFile(2019));
    await it.page.waitForSelector('.tabs');
    await it.page.locator('.tabs a', { hasText: '比上年' }).click();
    const rebuilt = await it.page.locator('.compared tbody tr').count();
    await it.page.setInputFiles('#last-year', yearFile(2018));
    const heading = it.page.locator('.comparison-page h2', { hasText: '2018.pdf' });
    await heading.waitFor();
    assert.match(it.page.url(), /#comparison$/);
    assert.ok(await it.page.locator('.compared tbody tr').count() > rebuilt);
    await it.page.reload();
    await ready(it.page);
    await heading.waitFor();
    await it.page.goBack();
    await it.page.waitForSelector('#last-year', { state: 'attached' });
    it.assertClean();
  });
});

describe('a file that needs a password', () => {
  let it;
  after(() => it?.close());
  const name = 'formats/reference-password.pdf';
  test('asks for it, and asks again', needs(name), async () => {
    it = await open();
    await it.page.setInputFiles('#choose', file('锁.pdf', readFileSync(shared(name))));
    await it.page.fill('#password', 'not this one');
    await it.page.keyboard.press('Enter');
    await it.page.waitForFunction(() => document.querySelector('.why')?.textContent.includes('密码不'));
    assert.match(await it.page.textContent('.failed-page h1'), /锁\.pdf 需要密码/);
    assert.ok(await it.page.isVisible('.unlock .primary'));
    it.assertClean();
  });

  test('opens with the right one, its pages as they are, too', async () => {
    await it?.close();
    it = await open();
    await it.page.setInputFiles('#choose', file('锁.pdf', locked('kai')));
    await it.page.fill('#password', 'kai');
    await it.page.keyboard.press('Enter');
    await it.page.waitForSelector('.views');
    await it.page.click('.views button:nth-child(2)');
    await it.page.waitForSelector('.sheet canvas');
    await it.page.waitForFunction(() => {
      const canvas = document.querySelector('.sheet canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, index) => index % 4 === 0 && value < 100);
    });
    it.assertClean();
  });
});

describe('a long file', () => {
  let it;
  after(() => it?.close());
  test('says which page is read, and can be left', async () => {
    it = await open({
      serviceWorkers: 'block',
      prepare: (context) => context.route(/\/worker-[0-9a-f]+\.js$/, (route) => route.fulfill({
        contentType: 'text/javascript',
        body: `export default async () => {};
          export const answer = ({ rules }, send) => send(rules ? { rules: '[]' }
            : { done: 12, total: 26, pages: true, name: '长.pdf' });`,
      })),
    });
    await it.page.setInputFiles('#choose', file('长.pdf', '%PDF'));
    await it.page.waitForFunction(() => document.querySelector('.reading-page [role=status]')?.textContent === '第 12/26 页');
    assert.equal(await it.page.getAttribute('progress', 'value'), '12');
    await it.page.click('.reading-page button');
    await it.page.waitForSelector('.open-page');
  });
});
