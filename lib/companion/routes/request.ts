import type { Caller } from '../App';
import { deviceLabel } from '../mechanism/deviceLabel';
import { hashToken } from '../mechanism/tokens';
import { policy } from '../policy';
import type { CompanionPorts } from '../ports';
import { refuse } from '../refusals';

/** Reads a stream. Throws `too_large` once the content exceeds the maximum size. */
async function readLimited(body: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    length += value.length;
    if (length > policy.longestBody) {
      await reader.cancel();
      throw refuse('too_large');
    }
    chunks.push(value);
  }
}

/** Returns a request whose body is in memory. Throws `too_large` if the body exceeds the maximum size. */
export async function limitBody(request: Request): Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request;
  if (Number(request.headers.get('content-length') ?? 0) > policy.longestBody)
    throw refuse('too_large');
  const { url, method, headers } = request;
  // Firefox has no `Request.body`. In Firefox, the transport passes a body that is already in memory.
  const stream: ReadableStream<Uint8Array> | null | undefined = request.body;
  const body = new Blob(
    stream
      ? (await readLimited(stream)).map((chunk) => new Uint8Array(chunk))
      : [await request.text()],
  );
  if (body.size > policy.longestBody) throw refuse('too_large');
  return new Request(url, { method, headers, ...(body.size > 0 && { body: await body.text() }) });
}

const hashed = (text: string | null | undefined) =>
  text === null || text === undefined || text === '' ? null : hashToken(text);

/** Returns the caller that a request's headers describe. Hashes the token and the client id. */
export function readCaller(request: Request, addressOf: CompanionPorts['addressOf']): Caller {
  const { headers } = request;
  const token = /^Bearer ([\w-]{43})$/.exec(headers.get('authorization') ?? '')?.[1];
  return {
    tokenHash: hashed(token),
    device: deviceLabel(headers.get('x-user-agent') ?? headers.get('user-agent') ?? ''),
    client: hashed(headers.get('x-client-id')),
    address: addressOf?.(request) ?? null,
    page: headers.get('x-page'),
    passive: headers.get('x-passive') !== null,
  };
}
