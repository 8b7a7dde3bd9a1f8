// The page in the hand: on a telephone by touch, by keyboard alone, and what comes back when it is left.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { file, open, openPlanted, paste, ready, sampleFile } from './fixture.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

describe('on a telephone', () => {
  let it;
  before(async () => {
    it = await openPlanted(PHONE);
  });
  after(() => it.close());
  const isOpen = () => it.page.locator('.beside.open').count();

  test('the answer is the first thing said, the document begins on the first screen', async () => {
    const answer = await it.page.locator('.verdict .answer').boundingBox();
    assert.match(await it.page.textContent('.verdict .answer'), /对不上：4 处不符/);
    assert.ok(answer.y < 400, `at ${answer.y}`);
    await it.page.tap('.tabs li:nth-child(2) a');
    const paper = await it.page.locator('.paper').boundingBox();
    assert.ok(paper.y < 422, `at ${paper.y}`);
    await it.page.goBack();
    await it.page.waitForSelector('.findings-page');
  });

  test('a sheet is closed by its button, which nothing covers and a thumb can hit', async () => {
    await it.page.tap('#finding-0 .show-place');
    await it.page.waitForSelector('.beside.open');
    const { width, height } = await it.page.locator('.sheet-close').boundingBox();
    assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
    await it.page.tap('.sheet-close');
    assert.equal(await isOpen(), 0);
    assert.equal(await it.page.evaluate(() => document.activeElement.id), 'finding-0-head');
  });

  test('the way back closes the sheet and the dialog, and only then leaves the report', async () => {
    await it.page.tap('#finding-0 .show-place');
    await it.page.waitForSelector('.beside.open');
    await it.page.goBack();
    await it.page.waitForFunction(() => !document.querySelector('.beside.open'));
    assert.equal(await it.page.locator('#finding-0.open').count(), 1);
    await it.page.tap('.settings button:last-child');
    await it.page.waitForSelector('dialog[open]');
    await it.page.goBack();
    await it.page.waitForFunction(() => !document.querySelector('dialog'));
    assert.equal(await it.page.locator('#finding-0.open').count(), 1);
    await it.page.goBack();
    await it.page.waitForSelector('.open-page');
    await it.page.goForward();
    await it.page.waitForSelector('#finding-0.open');
  });

  test('what is closed by hand leaves no step behind', async () => {
    await it.page.tap('#finding-0 .show-place');
    await it.page.waitForFunction(() => history.state.covered === true);
    await it.page.tap('.sheet-close');
    await it.page.waitForFunction(() => history.state.covered !== true);
    await it.page.goBack();
    await it.page.waitForSelector('.open-page');
    await it.page.goForward();
    await it.page.waitForSelector('#finding-0.open');
  });

  test('the most probable slip leads to its place, also where its finding is open already', async () => {
    await it.page.evaluate(() => scrollTo(0, 0));
    await it.page.tap('.most-probable');
    await it.page.waitForSelector('.beside.open .figure.suspect');
    await it.page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('.beside.open .figure.suspect').getBoundingClientRect();
      return top > 300 && bottom < innerHeight;
    });
    await it.page.tap('.sheet-bar .stepper button:last-child');
    await it.page.waitForSelector('#finding-1.open');
    assert.equal(await isOpen(), 1);
    await it.page.tap('.sheet-close');
    it.assertClean();
  });
});

describe('by keyboard', () => {
  let it;
  before(async () => {
    it = await openPlanted();
  });
  after(() => it.close());

  test('n takes the focus along', async () => {
    await it.page.keyboard.press('n');
    await it.page.waitForFunction(() => document.activeElement.id === 'finding-1-head');
    await it.page.keyboard.press('p');
    await it.page.waitForFunction(() => document.activeElement.id === 'finding-0-head');
  });

  test('a dialog gives the focus back to what opened it', async () => {
    await it.page.locator('.settings button').last().focus();
    await it.page.keyboard.press('Enter');
    await it.page.waitForSelector('dialog[open]');
    await it.page.keyboard.press('Escape');
    await it.page.waitForFunction(() => document.activeElement === [...document.querySelectorAll('.settings button')].at(-1));
  });

  test('the box to paste into takes the focus, the verdict after the check', async () => {
    await it.page.click('#leave');
    await it.page.click('.open-area .buttons > button');
    await it.page.waitForFunction(() => document.activeElement.id === 'paste');
    await it.page.keyboard.type('支出总表\n单位：万元\n科目\t合计\n201\t9.00\n合计\t9.00\n');
    await it.page.click('dialog .primary');
    await it.page.waitForSelector('.findings-page');
    await it.page.waitForFunction(() => document.activeElement.id === 'verdict');
  });

  test('the search shows its first match, counts, and goes back with Shift', async () => {
    await it.page.goBack();
    await it.page.goBack();
    await it.page.waitForSelector('.finding');
    await it.page.keyboard.press('/');
    await it.page.keyboard.type('住房公积金');
    const at = (text) => it.page.waitForFunction((wanted) => document.querySelector('.toolbar .stepper .at')?.textContent.startsWith(wanted), text);
    await at('1/');
    await it.page.waitForFunction(() => {
      const here = document.querySelector('.found.here')?.getBoundingClientRect();
      return here && here.top > 0 && here.bottom < innerHeight;
    });
    await it.page.keyboard.press('Enter');
    await at('2/');
    await it.page.keyboard.press('Shift+Enter');
    await at('1/');
    it.assertClean();
  });
});

describe('a suggestion that is taken', () => {
  test('has the document checked anew, and can be undone', async () => {
    const it = await openPlanted();
    const answer = (count) => it.page.waitForFunction((wanted) => document.querySelector('.verdict .answer').textContent.includes(wanted), `对不上：${count} 处不符`);
    await it.page.click('#finding-0 .take');
    await answer(3);
    assert.match(await it.page.textContent('.taken'), /采用的 1 条.*文件没有改动.*现为 56\.85，应为 56\.55/);
    await it.page.click('.finding.open .take');
    await answer(2);
    await it.page.click('#undo');
    await answer(3);
    await it.page.click('#undo');
    await answer(4);
    assert.equal(await it.page.locator('.taken').count(), 0);
    it.assertClean();
    await it.close();
  });
});

describe('a document that was corrected', () => {
  test('is compared with its last check', async () => {
    const it = await open();
    await it.page.setInputFiles('#choose', sampleFile('planted'));
    await it.page.waitForSelector('.finding');
    await it.page.click('#leave');
    await it.page.setInputFiles('#choose', sampleFile('sound'));
    await it.page.waitForSelector('.since');
    assert.match(await it.page.textContent('.since'), /上次 4 处 → 现在 0 处；已改 4，新出现 0/);
    assert.equal(await it.page.locator('.since del').count(), 4);
    await it.page.goBack();
    await it.page.goBack();
    await it.page.waitForSelector('.finding');
    assert.equal(await it.page.locator('.since').count(), 0);
    it.assertClean();
    await it.close();
  });
});

describe('what is kept', () => {
  test('cannot be read without the key of its tab, and can be deleted at once', async () => {
    const it = await open();
    await it.page.setInputFiles('#choose', sampleFile('planted'));
    await it.page.waitForSelector('.finding');
    const stored = () => it.page.evaluate(() => new Promise((done) => {
      const request = indexedDB.open('gouji', 1);
      request.onsuccess = () => {
        const all = request.result.transaction('input').objectStore('input').getAll();
        all.onsuccess = () => done(all.result.flatMap(({ rest, files }) => [rest, ...files]
          .map(({ bytes }) => new TextDecoder().decode(bytes))));
      };
    }));
    const before = await stored();
    assert.ok(before.length > 0);
    assert.ok(!before.some((text) => /预算|planted/.test(text)));
    await it.page.click('#delete-kept');
    await it.page.waitForFunction(() => document.querySelector('.told').textContent.includes('已从'));
    assert.deepEqual(await stored(), []);
    it.assertClean();
    await it.close();
  });

  test('of a tab that was closed is deleted when the page is opened again', async () => {
    const it = await open();
    await it.page.setInputFiles('#choose', sampleFile('planted'));
    await it.page.waitForSelector('.finding');
    const holds = (page, some) => page.waitForFunction((some) => new Promise((done) => {
      const request = indexedDB.open('gouji', 1);
      request.onsuccess = () => {
        const count = request.result.transaction('input').objectStore('input').count();
        count.onsuccess = () => done((count.result > 0) === some);
      };
    }), some);
    await holds(it.page, true);
    const other = await it.context.newPage();
    await it.page.close();
    await other.goto(it.server.url);
    await ready(other);
    await holds(other, false);
    await it.close();
  });
});

describe('the start page', () => {
  const words = (page) => page.evaluate(() => [...document.querySelectorAll('.name, .private, .open-page h1, .introduction, .drop, .open-area .button, .open-area .buttons > button, .open-area .faint, .samples, .explanation h2, .explanation p')]
    .map((element) => element.textContent.replace(/\s+/g, '')));

  for (const locale of ['zh-CN', 'en-GB']) {
    test(`says the same before the program is here (${locale})`, async () => {
      let proceed;
      const waits = new Promise((done) => { proceed = done; });
      const opening = open({
        locale,
        serviceWorkers: 'block',
        prepare: (context) => context.route(/\/app_bg-[0-9a-f]+\.wasm$/, async (route) => { await waits; await route.continue(); }),
        beforeReady: async (page) => {
          await page.waitForSelector('#start');
          await page.waitForFunction(() => globalThis.gouji !== undefined);
          page.early = await words(page);
          proceed();
        },
      });
      const it = await opening;
      assert.deepEqual(it.page.early, await words(it.page));
      it.assertClean();
      await it.close();
    });
  }

  const FIRST = {
    'a file': (page) => page.setInputFiles('#choose', sampleFile('planted')),
    'a sample': (page) => page.click('#sample-planted'),
  };
  for (const [what, choose] of Object.entries(FIRST)) test(`takes ${what} before the program is here`, async () => {
    let proceed;
    const waits = new Promise((done) => { proceed = done; });
    const it = await open({
      serviceWorkers: 'block',
      prepare: (context) => context.route(/\/app_bg-[0-9a-f]+\.wasm$/, async (route) => { await waits; await route.continue(); }),
      beforeReady: async (page) => {
        await page.waitForFunction(() => globalThis.gouji !== undefined);
        // The script of the program is here, and only what it runs is waited for.
        await page.waitForFunction(() => performance.getEntriesByType('resource')
          .some((it) => /\/app-[0-9a-f]+\.js$/.test(it.name) && it.responseEnd > 0));
        await choose(page);
        await page.waitForSelector('#start-waits:not([hidden])');
        proceed();
      },
    });
    await it.page.waitForSelector('.finding');
    assert.equal(await it.page.title(), '✗4 沙杏县市民服务中心 2026 – 勾稽');
    it.assertClean();
    await it.close();
  });

  test('a browser in another language gets English, until the reader chooses', async () => {
    const it = await open({ locale: 'en-GB' });
    assert.equal(await it.page.getAttribute('html', 'lang'), 'en');
    await it.page.click('.settings button:first-child');
    await it.page.reload();
    await ready(it.page);
    assert.equal(await it.page.getAttribute('html', 'lang'), 'zh-CN');
    await it.close();
  });

  test('nothing is sent twice to a first visit', async () => {
    const it = await openPlanted();
    await it.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const named = it.record.sent.filter((url) => /-[0-9a-f]{16}\.\w+$/.test(url));
    assert.ok(named.length > 0);
    assert.deepEqual(named.filter((url, at) => named.indexOf(url) !== at), []);
    await it.close();
  });
});

describe('a wrong drop over a report', () => {
  test('leaves the report and says why', async () => {
    const it = await openPlanted();
    await paste(it.page, { text: '只有几个字' });
    await it.page.waitForFunction(() => document.querySelector('.told').textContent.includes('没有打开'));
    await it.page.click('#leave');
    await it.page.setInputFiles('#choose', file('程序.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00')));
    await it.page.waitForSelector('.failed-page .why');
    assert.equal(await it.page.locator('.failed-page li', { hasText: 'Ctrl+V' }).count(), 0);
    it.assertClean();
    await it.close();
  });
});
