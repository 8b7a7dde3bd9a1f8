// Takes the pictures of README.md from the built page: docs/findings.png, docs/structure.png, docs/narrow-dark.png.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPlanted } from '../tests/browser/fixture.mjs';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../docs');
// What moves comes to rest before.
const STILL = 1000;

async function picture(name, options, go = async () => {}) {
  const { page, close } = await openPlanted({ reducedMotion: 'reduce', ...options });
  await go(page);
  await page.evaluate(() => document.activeElement?.blur());
  await page.waitForTimeout(STILL);
  await page.screenshot({ path: join(docs, `${name}.png`) });
  await close();
}

await picture('findings', {});
await picture('structure', {}, async (page) => {
  await page.click('.tabs li:nth-child(3) a');
  await page.waitForSelector('.chart.flow svg');
});
await picture('narrow-dark', { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' });
