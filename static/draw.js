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

/** Saves a chart as a picture that can be enlarged. */
export function saveChart(element, name) {
  const chart = drawn.get(element);
  if (!chart) return;
  const picture = new Blob([chart.instance.renderToSVGString()], { type: 'image/svg+xml' });
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
