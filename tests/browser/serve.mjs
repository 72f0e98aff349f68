// A folder on the loopback, as a usual web server sends it: compressed, with the right types, under a sub-path.
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', png: 'image/png',
  svg: 'image/svg+xml', txt: 'text/plain; charset=utf-8', woff2: 'font/woff2', xml: 'application/xml', zip: 'application/zip',
};

export async function serve(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = path.join(folder, decodeURIComponent(pathname).replace(/^\/sub\/path\//, '/'));
    if (!pathname.startsWith('/sub/path/') || !file.startsWith(folder) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      // Search engines ask for this at the root of a host, which is not ours.
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream', isText = /text|json|svg|xml/.test(type);
    const body = isText ? gzipSync(fs.readFileSync(file)) : fs.readFileSync(file);
    response.writeHead(200, { 'content-type': type, 'x-length': body.length, ...(isText ? { 'content-encoding': 'gzip' } : {}) }).end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { root: `http://127.0.0.1:${server.address().port}/sub/path/`, stop: () => server.close() };
}
