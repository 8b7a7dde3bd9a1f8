// Everybody can use the page: axe-core finds nothing in any view, wide and narrow, light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { file, open, sampleFile } from './fixture.mjs';

const axe = readFileSync(createRequire(new URL('../../web/package.json', import.meta.url)).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds in the view, each as `rule: elements`. */
async function found(page, options) {
  const { violations } = await page.evaluate((chosen) => globalThis.axe.run(document, chosen), { resultTypes: ['violations'], ...options });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe('axe-core finds nothing', () => {
  for (const width of [390, 1440]) {
    test(`${width} px`, async () => {
      // Colours that are still on their way have no contrast of their own.
      const it = await open({ viewport: { width, height: 900 }, hasTouch: width === 390, reducedMotion: 'reduce' });
      await it.page.evaluate(`${axe};0`);
      // In the dark only the colours are others.
      const clean = async (view) => {
        assert.deepEqual(await found(it.page), [], view);
        // Figures are set in the same colours everywhere; a whole document of them takes long.
        if (view === 'tab 2') return;
        await it.page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await found(it.page, { runOnly: ['color-contrast'] }), [], `${view}, dark`);
        await it.page.emulateMedia({ colorScheme: 'light' });
      };
      await clean('start');
      await it.page.click('#sample-planted');
      await it.page.waitForSelector('.finding');
      await clean('findings');
      await it.page.click('#finding-0 .explain');
      await it.page.fill('.note textarea', '已备案');
      await clean('note');
      await it.page.click('.note .primary');
      await clean('explained');
      if (width === 390) {
        await it.page.click('#finding-0 .show-place');
        await clean('sheet');
        await it.page.click('.sheet-close');
      }
      for (const tab of [2, 3, 4, 5]) {
        await it.page.click(`.tabs li:nth-child(${tab}) a`);
        await it.page.waitForTimeout(400);
        await clean(`tab ${tab}`);
        if (tab === 2) {
          await it.page.click('#guards');
          await it.page.click('#self-test');
          await it.page.waitForSelector('.rates');
          await it.page.click('#self-test');
          // Another view in between has no more figures than this one.
          assert.deepEqual(await found(it.page, { runOnly: ['color-contrast'] }), [], 'guards');
          await it.page.click('#guards');
        }
      }
      await it.page.click('.settings button:last-child');
      await it.page.waitForSelector('dialog[open]');
      await clean('help');
      await it.page.keyboard.press('Escape');
      await it.page.click('.tabs li:nth-child(1) a');
      await it.page.click('#leave');
      await it.page.setInputFiles('#choose', [sampleFile('planted'), sampleFile('sound'), file('空.txt', '')]);
      await it.page.waitForSelector('.documents');
      await clean('list');
      await it.page.click('#leave');
      await it.page.setInputFiles('#choose', file('空.txt', ''));
      await it.page.waitForSelector('.failed-page');
      await clean('failure');
      await it.close();
    });
  }
});
