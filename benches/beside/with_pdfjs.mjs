// Reads every file as pdf.js does, all words of all pages, and prints the best milliseconds of each,
// or why it could not: `node with_pdfjs.mjs RUNS FILE…`
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { getDocument } = await import(require.resolve("pdfjs-dist/legacy/build/pdf.mjs"));
const root = dirname(require.resolve("pdfjs-dist/package.json"));

async function read(bytes) {
  const begun = performance.now();
  const task = getDocument({
    data: new Uint8Array(bytes), // pdf.js takes what it is given.
    cMapUrl: join(root, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(root, "standard_fonts/"),
    verbosity: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    await (await document.getPage(number)).getTextContent();
  }
  const time = performance.now() - begun;
  await task.destroy();
  return time;
}

const [runs, ...files] = process.argv.slice(2);
for (const file of files) {
  try {
    const bytes = await readFile(file);
    let best = Infinity;
    for (let run = 0; run < runs; run++) best = Math.min(best, await read(bytes));
    console.log(best);
  } catch (failure) {
    console.log(String(failure).split("\n")[0]);
  }
}
