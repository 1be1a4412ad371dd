import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves a web site on this machine, with the given bodies by path. Bytes are served as a PNG. */
export async function openSite(pages: Readonly<Record<string, string | Buffer>>): Promise<{
  readonly origin: string;
  readonly close: () => void;
}> {
  const server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    if (typeof body === 'object') {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(body);
      return;
    }
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(
      `<!doctype html><html lang="en"><title>A site</title>${body ?? 'Not found'}</html>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
