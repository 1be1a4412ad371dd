import { randomBytes } from 'node:crypto';
import { hc } from 'hono/client';
import {
  createCompanion,
  deliverToMailbox,
  indexedDbStore,
  memoryStore,
  type AppType,
  type CompanionPorts,
  type Store,
} from '../../../lib/companion';
import { codeAt, makeOtp, readSecretKey } from '../../../lib/otp';

await import('fake-indexeddb/auto');

/** A password hash as cheap as can be: one SHA-256 over salt and password. */
const cheapKdf: CompanionPorts['kdf'] = async (password, salt) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([salt, password])));

let databases = 0;

/** Both stores, for test.each: what holds for one holds for the other. */
export const stores: readonly (readonly [string, () => Store])[] = [
  ['memory', memoryStore],
  ['IndexedDB', () => indexedDbStore(`companion-${databases++}`)],
];

/** A service with a clock that stands until it is moved. */
export function makeService(store: Store, ports: Partial<CompanionPorts> = {}) {
  let now = Date.UTC(2026, 0, 15, 12, 0, 10);
  const all: CompanionPorts = {
    store,
    clock: () => now,
    random: (length) => new Uint8Array(randomBytes(length)),
    kdf: cheapKdf,
    kdfCosts: { memory: 1, passes: 1, lanes: 1 },
    mailer: deliverToMailbox,
    announce: () => undefined,
    ...ports,
  };
  const companion = createCompanion(all);
  return {
    store,
    companion,
    now: () => now,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    setNow: (time: number) => {
      now = time;
    },
    /** A browser of its own: keeps a bearer token and takes over a new one whenever it gets one. */
    browser: (device = 'Chrome/150 Linux') => {
      let token: string | null = null;
      const headers = (): Record<string, string> => ({
        'x-user-agent': device,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      });
      const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
        const response = await companion.fetch(new Request(input, init));
        const answer: unknown = await response.clone().json();
        if (typeof answer === 'object' && answer !== null && 'token' in answer)
          token = String(answer.token);
        return response;
      };
      return {
        api: hc<AppType>('https://companion.invalid', { fetch, headers }),
        token: () => token,
        useToken: (other: string | null) => {
          token = other;
        },
      };
    },
    /** The code that an authenticator with this secret key shows now, or so many steps away. */
    code: (secretKey: string, steps = 0) =>
      codeAt(makeOtp({ secret: readSecretKey(secretKey) }), now + steps * 30_000),
  };
}

/** The body of an answer that has to be a yes. */
export async function yes<T>(answer: Promise<{ ok: boolean; status: number; json(): Promise<T> }>) {
  const response = await answer;
  const value = await response.json();
  if (!response.ok) throw new Error(`refused: ${response.status} ${JSON.stringify(value)}`);
  return value;
}

/** Status and code of an answer that has to be a no. */
export async function no(
  answer: Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>,
) {
  const response = await answer;
  const value = (await response.json()) as { code: string };
  if (response.ok) throw new Error('accepted, but should have been refused');
  return `${response.status} ${value.code}`;
}
