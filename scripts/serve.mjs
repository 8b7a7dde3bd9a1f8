// A small server of the built page, for `make serve` and for the tests: sends the policy of
// index.html as a header too, so that it holds for the worker's files.
//
//   node scripts/serve.mjs [PORT] [FOLDER]
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

function fileOf(folder, url) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://page').pathname));
  const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves a folder on 127.0.0.1; port 0 takes a free one. `heard` is told every file that is sent. */
export async function serve(folder, port = 0, heard = () => {}) {
  const policy = readFileSync(join(folder, 'index.html'), 'utf8')
    .match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const { mtimeMs, size } = statSync(file);
    const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    // A name that changes with the contents is good for ever.
    const keep = /-[0-9a-f]{16}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304, { 'Cache-Control': keep, ETag: tag }).end();
      return;
    }
    const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const packed = takesBrotli && existsSync(`${file}.br`) ? `${file}.br` : undefined;
    heard(request.url);
    response.writeHead(200, {
      'Cache-Control': keep,
      ETag: tag,
      Vary: 'Accept-Encoding',
      ...packed && { 'Content-Encoding': 'br' },
      'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
    });
    createReadStream(packed ?? file).pipe(response);
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  try {
    const { url } = await serve(process.argv[3] ?? 'dist', port);
    console.log(`gouji: ${url}  (Ctrl+C stops it)`);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `port ${port} is taken; choose another: make serve PORT=…` : String(error));
    process.exit(1);
  }
}
