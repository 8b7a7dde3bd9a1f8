// A finding as a picture, to be shown to somebody: its words on paper, in the colours of the light page.
const WIDTH = 1080;
const MARGIN = 64;
const LETTERS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';
const STYLES = {
  stamp: { size: 34, colour: '#a5301c', weight: 700, after: 12 },
  head: { size: 44, colour: '#22261f', weight: 600, after: 28 },
  text: { size: 34, colour: '#22261f', weight: 400, after: 14 },
  strong: { size: 38, colour: '#a5301c', weight: 600, after: 18 },
  faint: { size: 28, colour: '#62665c', weight: 400, after: 10 },
};

/** A text in lines that fit; Chinese breaks anywhere, but neither figures nor words do. */
function lines(context, text) {
  const pieces = text.match(/[\w.,%+-]+|./gu) ?? [];
  const all = [''];
  for (const piece of pieces) {
    const longer = all.at(-1) + piece;
    if (context.measureText(longer).width > WIDTH - 2 * MARGIN && all.at(-1)) all.push(piece);
    else all[all.length - 1] = longer;
  }
  return all;
}

/** Draws `[{ style, text }]` and hands the picture over as a PNG. */
export async function picture(parts) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const choose = ({ size, weight }) => { context.font = `${weight} ${size}px ${LETTERS}`; };
  const set = parts.map(({ style, text }) => {
    choose(STYLES[style]);
    return { style: STYLES[style], lines: lines(context, text) };
  });
  const height = set.reduce((sum, it) => sum + it.lines.length * it.style.size * 1.5 + it.style.after, 2 * MARGIN);
  canvas.width = WIDTH;
  canvas.height = Math.ceil(height);
  context.fillStyle = '#fdfcf8';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#a5301c';
  context.fillRect(0, 0, 12, canvas.height);
  context.textBaseline = 'top';
  let top = MARGIN;
  for (const { style, lines: all } of set) {
    choose(style);
    context.fillStyle = style.colour;
    for (const line of all) {
      context.fillText(line, MARGIN, top);
      top += style.size * 1.5;
    }
    top += style.after;
  }
  return new Promise((done) => { canvas.toBlob(done, 'image/png'); });
}
