// What a reader does on the page, from giving a file to taking the report away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import { file, open, openPlanted, paste, ready, sampleFile } from './fixture.mjs';

describe('giving something', () => {
  let it;
  before(async () => { it = await open(); });
  after(() => it.close());
  beforeEach(async () => {
    if (await it.page.$('#leave')) await it.page.click('#leave');
    await it.page.waitForSelector('.open-page');
  });

  test('a sound sample: everything agrees', async () => {
    await it.page.click('#sample-sound');
    const verdict = await it.page.textContent('.verdict .figures');
    assert.match(await it.page.textContent('.verdict .answer'), /对得上/);
    assert.match(verdict, /共 \d+ 个数字，核对了 \d+ 个：/);
    // The page says what the report says.
    assert.match(await it.page.textContent('.verdict'), /共作 \d+ 项核对，另有 \d+ 项因缺少所需的表或数字未进行。/);
    assert.match(verdict, /0 个不符/);
    assert.equal(await it.page.locator('.finding.error').count(), 0);
    it.assertClean();
  });

  test('a paste anywhere brings its tables along', async () => {
    const rows = [['201', '9.00', '4.00', '5.00'], ['208', '1.00', '1.00', ''], ['合计', '10.00', '5.00', '6.00']];
    const cells = (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const head = '<tr><th>科目</th><th>合计</th><th>基本支出</th><th>项目支出</th></tr>';
    const html = `<p>支出总表</p><p>单位：万元</p><table>${head}${rows.map(cells).join('')}</table>`;
    await paste(it.page, { html, text: '支出总表' });
    await it.page.waitForSelector('.findings-page');
    assert.equal(await it.page.locator('.paper table td.amount').count() > 0, true);
    it.assertClean();
  });

  test('the paste box takes what is typed', async () => {
    await it.page.click('.open-area .buttons button');
    await it.page.click('dialog .primary');
    assert.match(await it.page.textContent('dialog [role=alert]'), /还没有内容/);
    await it.page.fill('#paste', '支出总表\n单位：万元\n科目\t合计\n201\t9.00\n合计\t9.00\n');
    await it.page.click('dialog .primary');
    await it.page.waitForSelector('.findings-page');
    assert.equal(await it.page.$('dialog'), null);
  });

  test('what cannot be read says why and what to do, and loses nothing', async () => {
    await it.page.setInputFiles('#choose', file('空.txt', ''));
    await it.page.waitForSelector('.failed-page');
    assert.match(await it.page.textContent('.failed-page h1'), /空\.txt/);
    assert.ok((await it.page.textContent('.failed-page .why')).length > 5);
    await it.page.click('#sample-sound');
    await it.page.waitForSelector('.verdict');
  });

  test('a reload loses nothing; taking it back forgets it', async () => {
    await it.page.click('#sample-planted');
    await it.page.waitForSelector('.finding');
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForSelector('.finding');
    await it.page.click('#leave');
    await it.page.waitForSelector('.open-page');
    await it.page.reload();
    await ready(it.page);
    await it.page.waitForTimeout(200);
    assert.equal(await it.page.$('.verdict'), null);
  });
});

describe('a document with mistakes', () => {
  let it;
  before(async () => {
    it = await openPlanted();
  });
  after(() => it.close());

  test('the verdict names the figure that is most probably wrong', async () => {
    assert.match(await it.page.textContent('.most-probable'), /最可能写错的是.+现为 .+应为 /);
  });

  test('the first finding is open, says what, where, why, what to do, and its place is in view', async () => {
    const labels = await it.page.locator('#finding-0 dt').allTextContents();
    // The headline is the calculation.
    assert.match(await it.page.textContent('#finding-0 .message'), /\d ≠ .+ \+ /);
    assert.deepEqual(labels, ['位置', '道理', '怎么改']);
    const suspect = it.page.locator('.figure.suspect').first();
    await suspect.waitFor();
    const box = await suspect.boundingBox();
    assert.ok(box.y > 0 && box.y < 900, `at ${box.y}`);
    assert.match(await suspect.textContent(), /应为/);
  });

  test('every place of a finding leads to its figure', async () => {
    const spots = it.page.locator('#finding-0 .spot');
    assert.ok(await spots.count() > 1);
    for (const spot of await spots.all()) {
      await it.page.evaluate(() => { document.querySelector('.beside').scrollTop = 0; });
      await spot.click();
      await it.page.waitForFunction(() => {
        const pane = document.querySelector('.beside').getBoundingClientRect();
        return [...document.querySelectorAll('.beside .figure.lit, .beside .figure.suspect')].some((figure) => {
          const { top, bottom } = figure.getBoundingClientRect();
          return top >= pane.top && bottom <= pane.bottom;
        });
      }, undefined, { timeout: 5000 });
    }
  });

  test('n and p go from finding to finding, and the address follows', async () => {
    await it.page.keyboard.press('n');
    await it.page.waitForSelector('#finding-1.open');
    assert.match(it.page.url(), /#findings\/2$/);
    await it.page.keyboard.press('p');
    await it.page.waitForSelector('#finding-0.open');
  });

  test('a finding can be copied as text', async () => {
    await it.page.click('#finding-0 .buttons .copy');
    await it.page.waitForFunction(() => document.querySelector('.told').textContent === '已复制');
    const text = await it.page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^2026年.+ · 样例（有错）\.txt · /);
    for (const label of ['算式', '位置', '道理', '怎么改']) assert.ok(text.includes(label), text);
  });

  test('a figure shows its checks, and a check its rule', async () => {
    await it.page.keyboard.press('2');
    await it.page.waitForSelector('.document-page');
    await it.page.locator('.paper td .figure.agree').first().click();
    await it.page.waitForSelector('.card.pinned li .formula');
    await it.page.locator('.card .rule').first().click();
    await it.page.waitForSelector('.rule-entry[open]');
    assert.match(it.page.url(), /#rules\//);
    await it.page.goBack();
    await it.page.waitForSelector('.document-page');
  });

  test('a count of the verdict shows the figures it counts', async () => {
    await it.page.click('.count.disagree');
    await it.page.waitForSelector('.chip.disagree[aria-pressed=true]');
    assert.equal(await it.page.locator('.figure.disagree.dimmed').count(), 0);
    assert.ok(await it.page.locator('.figure.dimmed').count() > 0);
    await it.page.keyboard.press('Escape');
    await it.page.waitForSelector('.chip.disagree[aria-pressed=false]');
  });

  test('the search marks what it finds', async () => {
    await it.page.keyboard.press('/');
    await it.page.keyboard.type('住房公积金');
    await it.page.waitForSelector('.found');
    await it.page.keyboard.press('Enter');
    await it.page.waitForSelector('.found.here');
    await it.page.keyboard.press('Escape');
    await it.page.waitForFunction(() => !document.querySelector('.found'));
  });

  test('the search takes a number with and without commas, wide and narrow signs for the same', async () => {
    const count = async (query) => {
      await it.page.fill('#search', query);
      return it.page.textContent('.toolbar [role=status]');
    };
    const places = await count('1790.10');
    assert.notEqual(places, '0 处');
    for (const query of ['1,790.10', '１７９０．１０', '1，790.10']) assert.equal(await count(query), places);
    await it.page.fill('#search', '');
  });

  test('arrow keys lead from figure to figure', async () => {
    await it.page.locator('.paper td .figure').first().focus();
    const first = await it.page.evaluate(() => document.activeElement.id);
    await it.page.keyboard.press('ArrowDown');
    const second = await it.page.evaluate(() => document.activeElement.id);
    assert.notEqual(second, first);
    assert.match(second, /^figure-/);
  });

  const takeAway = async (format) => {
    await it.page.click('.menu summary');
    const [download] = await Promise.all([
      it.page.waitForEvent('download'),
      it.page.click(`#export-${format}`),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };

  test('the report can be taken away in every format', async () => {
    const report = JSON.parse((await takeAway('json')).text);
    assert.equal(report.schema, 'gouji.report/1');
    assert.ok(report.findings.length > 0);
    for (const [format, extension] of [['markdown', 'md'], ['html', 'html'], ['csv', 'csv']]) {
      const { name, text } = await takeAway(format);
      assert.ok(name.endsWith(`-勾稽.${extension}`), name);
      assert.match(text, /支出/);
    }
    const workbook = await takeAway('xlsx');
    assert.ok(workbook.name.endsWith('-勾稽.xlsx') && workbook.text.startsWith('PK'), workbook.name);
    const receipt = JSON.parse((await takeAway('receipt')).text);
    assert.equal(receipt.schema, 'gouji.receipt/1');
    assert.match(receipt.files[0].sha256, /^[0-9a-f]{64}$/);
    assert.equal(await it.page.locator('#export-copy').count(), 0, 'text carries no remarks');
  });

  test('on paper stand the verdict and every finding in full', async () => {
    await it.page.keyboard.press('1');
    await it.page.emulateMedia({ media: 'print' });
    assert.equal(await it.page.locator('.settings').isVisible(), false);
    for (const detail of await it.page.locator('.finding .detail').all()) {
      assert.ok(await detail.isVisible());
    }
    await it.page.emulateMedia({ media: 'screen' });
  });

  test('what is closed is opened for the paper, and closed again', async () => {
    const closed = () => it.page.locator('.remains details:not([open])').count();
    const before = await closed();
    assert.ok(before > 0);
    await it.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await closed(), 0);
    await it.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await closed(), before);
  });

  test('a finding in the text shows its sentence beside the cells it is held against', async () => {
    await it.page.keyboard.press('1');
    const facing = it.page.locator('.finding .facing');
    assert.ok(await facing.count() > 0);
    assert.match(await facing.last().locator('blockquote mark').first().textContent(), /\d/);
    assert.ok(await facing.last().locator('.cut thead th').count() > 0);
    assert.match(await facing.last().locator('.cut tbody mark').first().textContent(), /\d/);
  });

  test('the first figure that a count stands for comes into view', async () => {
    await it.page.click('.count.unchecked');
    await it.page.waitForSelector('.chip.unchecked[aria-pressed=true]');
    await it.page.waitForFunction(() => {
      const { top } = document.querySelector('.figure.unchecked').getBoundingClientRect();
      return top > 0 && top < innerHeight;
    }, undefined, { timeout: 5000 });
    await it.page.keyboard.press('Escape');
  });

  test('each tab keeps where it was', async () => {
    await it.page.keyboard.press('2');
    // The way to the figure of the last test may still be moving.
    await it.page.waitForTimeout(700);
    await it.page.evaluate(() => scrollTo(0, 1500));
    await it.page.keyboard.press('5');
    await it.page.waitForSelector('.rules-page');
    await it.page.keyboard.press('2');
    await it.page.waitForFunction(() => Math.abs(scrollY - 1500) < 5, undefined, { timeout: 5000 });
  });

  test('the outline leads to the sections of the narrative, too', async () => {
    const entries = it.page.locator('.outline button');
    assert.ok(await entries.filter({ hasText: '支出预算情况说明' }).count() > 0);
    assert.ok(await entries.filter({ hasText: '单位支出总体情况表' }).count() === 1);
  });

  test('a slash leads to the search from every tab; digits typed there stay there', async () => {
    for (const tab of ['1', '3', '4']) {
      await it.page.keyboard.press(tab);
      await it.page.keyboard.press('/');
      await it.page.waitForFunction(() => document.activeElement.id === 'search');
      await it.page.keyboard.type('15');
      assert.equal(await it.page.inputValue('#search'), '15');
      assert.match(it.page.url(), /#document/);
      await it.page.keyboard.press('Escape');
      await it.page.locator('#title').click();
    }
  });

  test('a rule leads to its findings, and Esc closes it', async () => {
    await it.page.keyboard.press('5');
    await it.page.locator('.rule-entry .used.disagree').first().click();
    await it.page.waitForSelector('.rule-entry[open] .found-here');
    await it.page.keyboard.press('Escape');
    await it.page.waitForFunction(() => !document.querySelector('.rule-entry[open]'));
    await it.page.locator('.rule-entry .used.disagree').first().click();
    await it.page.locator('.found-here .link').first().click();
    await it.page.waitForSelector('.finding.open');
  });

  test('last year is rebuilt beside this year, as table and as bars', async () => {
    await it.page.keyboard.press('4');
    await it.page.waitForSelector('.chart.bars svg');
    assert.match(it.page.url(), /#comparison$/);
    const amount = (text) => Number(text.replaceAll(',', ''));
    for (const row of await it.page.locator('.compared tbody tr').all()) {
      const [now, before, change] = (await row.locator('td').allTextContents()).map(amount);
      assert.ok(Math.abs(now - before - change) < 0.005, await row.textContent());
    }
    assert.ok(await it.page.locator('.ties .sign').count() > 0);
    await it.page.locator('.compared tbody .link').nth(1).click();
    await it.page.waitForSelector('.document-page .figure.pinned');
  });

  test('without a word on last year there is no such tab', async () => {
    const other = await open();
    await other.page.setInputFiles('#choose', file('表.txt', '支出总表\n单位：万元\n科目\t合计\n201\t9.00\n合计\t9.00\n'));
    await other.page.waitForSelector('.tabs');
    assert.equal(await other.page.locator('.tabs li').count(), 4);
    await other.close();
  });

  test('the charts are drawn when they are shown, each with its table', async () => {
    await it.page.keyboard.press('3');
    await it.page.waitForSelector('.chart.flow svg');
    await it.page.waitForSelector('.chart.classes svg');
    const rows = it.page.locator('.structure-part:not(.wide) tbody').first().locator('tr');
    const before = await rows.allTextContents();
    await it.page.locator('.structure-part:not(.wide) tbody .link').first().click();
    await it.page.waitForFunction((count) => count !==
      document.querySelectorAll('.structure-part:not(.wide) .path li').length, 1);
    assert.notDeepEqual(await rows.allTextContents(), before);
    await it.page.locator('.path .link').first().click();
    assert.deepEqual(await rows.allTextContents(), before);
  });

  test('English, and back', async () => {
    await it.page.click('.settings button:first-child');
    await it.page.waitForSelector('html[lang=en]');
    assert.match(await it.page.textContent('.verdict .answer'), /It does not add up: 4 disagreements/);
    await it.page.click('.settings button:first-child');
    await it.page.waitForSelector('html[lang=zh-CN]');
    it.assertClean();
  });
});

describe('every width', () => {
  for (const width of [360, 390, 768, 1440, 2560]) {
    test(`${width} px: nothing sticks out`, async () => {
      const it = await openPlanted({ viewport: { width, height: 800 } });
      for (const tab of [1, 2, 3, 4, 5]) {
        await it.page.click(`.tabs li:nth-child(${tab}) a`);
        await it.page.waitForTimeout(100);
        const wide = await it.page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `tab ${tab} is ${wide} px wide`);
      }
      await it.close();
    });
  }

  for (const language of ['zh', 'en']) {
    test(`every tab is in view on a phone (${language})`, async () => {
      const it = await openPlanted({ viewport: { width: 390, height: 844 } });
      if (language === 'en') await it.page.click('.settings button:first-child');
      for (const tab of await it.page.locator('.tabs a').all()) {
        const { x, width } = await tab.boundingBox();
        assert.ok(x >= 0 && x + width <= 390);
      }
      await it.close();
    });
  }

  test('on a narrow page a finding opens its place as a sheet', async () => {
    const it = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await it.page.click('#sample-planted');
    await it.page.click('#finding-0 .show-place');
    const box = await it.page.locator('.beside.open .figure.suspect').first().boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y > 230 && box.y < 844);
    await it.page.keyboard.press('Escape');
    await it.page.waitForSelector('.beside:not(.open)', { state: 'attached' });
    await it.close();
  });
});
