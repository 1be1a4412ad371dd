import { createServer, request } from 'node:http';

/** The faults of a bad connection or server. */
export const faults = [
  { cutAfter: 1000 },
  { status: 423 },
  { status: 429, headers: { 'retry-after': '7' } },
  { status: 503 },
  { stale: true },
  { status: 401 },
  { status: 301, headers: { location: 'http://127.0.0.1:9/elsewhere/' } },
  { status: 200, body: '<html><body>Sign in</body></html>' },
  { delay: 300 },
];

/**
 * Starts a proxy between Tessera and a WebDAV server. `fault(method, path)` returns the fault for a request: null
 * for none, `{ status, headers, body }` for a response of the proxy itself, `{ cutAfter: bytes }` for an
 * interrupted upload, `{ delay: milliseconds }`, or `{ stale: true }` for the previous listing.
 */
export async function startFaultProxy(port, fault) {
  const seen = [];
  let listing = null;
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming;
    seen.push(`${method} ${url}`);
    const wrong = fault(method, url) ?? {};
    const chunks = [];
    let length = 0;
    incoming.on('data', (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
    });
    incoming.on('end', () => {
      if (wrong.status) {
        outgoing.writeHead(wrong.status, wrong.headers ?? {});
        outgoing.end(wrong.body ?? '');
        return;
      }
      if (wrong.stale && listing && method === 'PROPFIND') {
        outgoing.writeHead(listing.status, listing.headers);
        outgoing.end(listing.body);
        return;
      }
      const body = Buffer.concat(chunks, length).subarray(0, wrong.cutAfter ?? length);
      const forward = () => {
        const onward = request(
          {
            host: '127.0.0.1',
            port,
            method,
            path: url,
            headers: { ...headers, 'content-length': body.length },
          },
          (answer) => {
            const parts = [];
            answer.on('data', (chunk) => parts.push(chunk));
            answer.on('end', () => {
              const whole = Buffer.concat(parts);
              const kept = { ...answer.headers };
              delete kept['transfer-encoding'];
              if (method === 'PROPFIND')
                listing = { status: answer.statusCode, headers: kept, body: whole };
              if (wrong.cutAfter !== undefined) {
                outgoing.destroy();
                return;
              }
              outgoing.writeHead(answer.statusCode ?? 502, kept);
              outgoing.end(whole);
            });
          },
        );
        onward.on('error', () => outgoing.destroy());
        onward.end(body);
      };
      if (wrong.delay) setTimeout(forward, wrong.delay);
      else forward();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
