// Draws charts into elements of the page. The chart library is fetched when the first is shown.
const drawn = new Map();

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// Rust names colours as the page's style sheet does: `--ink`. The library wants what they are now.
function withColours(value) {
  if (typeof value === 'string') return value.startsWith('--') ? colour(value) : value;
  if (Array.isArray(value)) return value.map(withColours);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, withColours(it)]));
}

/** Draws a chart, or draws it anew; `choose` hears the name of what is clicked. */
export async function drawChart(element, options, choose) {
  const { init } = await import('./charts.js');
  let chart = drawn.get(element);
  if (!chart) {
    const instance = init(element, null, { renderer: 'svg' });
    const observer = new ResizeObserver(() => instance.resize());
    observer.observe(element);
    chart = { instance, observer };
    drawn.set(element, chart);
    instance.on('click', (event) => chart.choose?.(event.name));
  }
  chart.choose = choose;
  chart.options = options;
  chart.instance.setOption(withColours(options), true);
}

// A picture that is put into a letter is this many times as fine as the screen.
const FINE = 3;

/** What was drawn as points, on the paper of the page. */
async function asPoints(element, svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = element.clientWidth * FINE;
  canvas.height = element.clientHeight * FINE;
  const context = canvas.getContext('2d');
  context.fillStyle = colour('--paper');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}

/** Saves a chart: as a picture of points where the name says so, else as one that can be enlarged. */
export async function saveChart(element, name) {
  const chart = drawn.get(element);
  if (!chart) return;
  const svg = chart.instance.renderToSVGString();
  const picture = name.endsWith('.png') ? await asPoints(element, svg) : new Blob([svg], { type: 'image/svg+xml' });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(picture), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Takes a chart away. */
export function removeChart(element) {
  const chart = drawn.get(element);
  if (!chart) return;
  chart.observer.disconnect();
  chart.instance.dispose();
  drawn.delete(element);
}

/** Draws every chart anew, in the colours the page has now. */
export function redrawCharts() {
  for (const { instance, options } of drawn.values()) instance.setOption(withColours(options), true);
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawCharts);
