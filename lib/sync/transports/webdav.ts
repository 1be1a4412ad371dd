import { AppError, type ErrorCode } from '../../errors';
import { longestFile } from '../syncFile';
import type { Transport } from '../Transport';
import { readMultistatus } from './multistatus';
import { basicAuthorization, folderAddress } from './webdavAddress';

export interface WebdavAccess {
  /** The folder, such as `https://cloud.example.com/remote.php/dav/files/ada/Tessera/`. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

export interface WebdavDeps {
  readonly fetch: typeof fetch;
  /** Whether the browser is online. */
  readonly isOnline: () => boolean;
  /** Request timeout in milliseconds. Default: 30,000. */
  readonly timeout?: number;
}

const propfind =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/>' +
  '<getcontentlength/><getlastmodified/></prop></propfind>';

/** Maximum length of a listing in bytes. */
const longestListing = 8 * 1024 * 1024;

const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'sync/unauthorized',
  403: 'sync/forbidden',
  404: 'sync/not-found',
  405: 'sync/not-webdav',
  407: 'sync/not-webdav',
  409: 'sync/not-found',
  413: 'sync/full',
  423: 'sync/locked',
  429: 'sync/busy',
  501: 'sync/not-webdav',
  503: 'sync/busy',
  507: 'sync/full',
};

/**
 * Returns the number of seconds that the server asks to wait (RFC 9110, section 10.2.3), at most a day, or null.
 */
function retryAfter(headers: Headers): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = /^\d+$/.test(text.trim())
    ? Number(text)
    : (Date.parse(text) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), 86_400) : null;
}

/** Returns the error for an unexpected response. */
function failureOf({ status, type, headers }: Response): AppError {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return new AppError('sync/redirected');
  const code = codes[status];
  const seconds = retryAfter(headers);
  if (code) return new AppError(code, seconds === null ? {} : { seconds });
  // An unexpected status below 400 usually comes with a sign-in page.
  return status < 400
    ? new AppError('sync/not-webdav')
    : new AppError('sync/server-error', { status });
}

/** Reads the body. Returns null if the body is longer than `limit` bytes. */
async function bodyOf(response: Response, limit: number): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    length += next.value.length;
    if (length > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * Stores files in a WebDAV folder (RFC 4918) with Basic authentication. Requests nothing outside of this folder:
 * redirects are failures, and neither cookies nor the browser's own credentials are sent. Throws
 * `sync/bad-address` or `sync/insecure` for an address that can't be used.
 */
export function webdav({ address, user, password }: WebdavAccess, deps: WebdavDeps): Transport {
  const folder = folderAddress(address);
  const authorization = basicAuthorization(user, password);

  /** Sends one request and reads its response, so that the timeout covers both. */
  async function request<T>(
    name: string,
    init: { method: string; headers?: Record<string, string>; body?: BodyInit },
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    try {
      const response = await deps.fetch(new URL(name, folder), {
        ...init,
        headers: { ...init.headers, authorization },
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(deps.timeout ?? 30_000),
      });
      return await read(response);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (error instanceof Error && error.name === 'TimeoutError')
        throw new AppError('sync/timeout');
      throw new AppError(deps.isOnline() ? 'sync/unreachable' : 'sync/offline');
    }
  }

  const expect = (init: { method: string; body?: BodyInit }, name: string, also?: number) =>
    request(name, init, (response) => {
      if (response.ok || response.status === also) return Promise.resolve(response.status);
      throw failureOf(response);
    });

  async function get(name: string): Promise<Uint8Array | null> {
    return request(name, { method: 'GET' }, async (response) => {
      if (response.status === 404) return null;
      if (!response.ok) throw failureOf(response);
      return bodyOf(response, longestFile);
    });
  }

  return {
    async list() {
      const headers = { depth: '1', 'content-type': 'application/xml; charset=utf-8' };
      const init = { method: 'PROPFIND', headers, body: propfind };
      const files = await request('', init, async (response) => {
        if (response.status === 404) return null;
        if (response.status !== 207) throw failureOf(response);
        const bytes = await bodyOf(response, longestListing);
        const found = bytes && readMultistatus(new TextDecoder().decode(bytes));
        if (!found) throw new AppError('sync/not-webdav');
        return found;
      });
      if (files) return files;
      await expect({ method: 'MKCOL' }, '');
      return [];
    },
    get,
    async put(name, bytes) {
      await expect({ method: 'PUT', body: Uint8Array.from(bytes) }, name);
    },
    async size(name) {
      const said = await request(name, { method: 'HEAD' }, (response) => {
        if (response.status === 404) return Promise.resolve(null);
        if (!response.ok) throw failureOf(response);
        const length = response.headers.get('content-length');
        return Promise.resolve(length === null ? Number.NaN : Number(length));
      });
      // Some servers don't report the size, so the file itself is read.
      return said !== null && Number.isNaN(said) ? ((await get(name))?.length ?? null) : said;
    },
    async remove(name) {
      await expect({ method: 'DELETE' }, name, 404);
    },
  };
}
