// The site on a port of this machine, the way a plain host serves it.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  svg: 'image/svg+xml',
};

/** Serves a site; ends with `close()`. */
export async function serve(site) {
  const server = createServer(async (request, response) => {
    const file = site.answer(new URL(request.url, 'http://site').pathname);
    const type = TYPES[file?.split('.').pop()] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    // What pages share is fetched once; nothing changes while the gates look.
    if (file && type !== TYPES.html) headers['cache-control'] = 'max-age=3600';
    response.writeHead(file ? 200 : 404, headers);
    response.end(file ? await readFile(site.pathOf(file)) : undefined);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: (page) => `${origin}/${page.split('/').map(encodeURIComponent).join('/')}`,
    close: () => server.close(),
  };
}
