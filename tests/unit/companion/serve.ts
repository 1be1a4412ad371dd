import { createServer, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';

type Fetch = (request: Request) => Promise<Response>;

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function toRequest(message: IncomingMessage, origin: string): Promise<Request> {
  const headers = Object.entries(message.headers).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'host' && name !== 'connection'
      ? [[name, value] satisfies [string, string]]
      : [],
  );
  const method = message.method ?? 'GET';
  const body = method === 'GET' ? '' : await bodyOf(message);
  return new Request(new URL(message.url ?? '/', origin), {
    method,
    headers,
    ...(body !== '' && { body }),
  });
}

/** Serves a fetch-shaped service with a real HTTP server. Returns a fetch that sends requests to it. */
export function overHttp(serve: Fetch): Fetch {
  let address: Promise<string> | null = null;
  const server = createServer((message, response) => {
    void (async () => {
      const answer = await serve(await toRequest(message, 'http://companion.invalid'));
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(await answer.text());
    })();
  });
  const listen = () =>
    new Promise<string>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const found = server.address();
        resolve(`http://127.0.0.1:${typeof found === 'object' ? (found?.port ?? 0) : 0}`);
      });
      server.unref();
    });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return async (request) => {
    address ??= listen();
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? '' : await request.text();
    return fetch(`${await address}${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      ...(body !== '' && { body }),
    });
  };
}
