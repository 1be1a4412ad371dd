import { randomBytes } from 'node:crypto';
import { hc } from 'hono/client';
import {
  createCompanion,
  deliverToMailbox,
  demo,
  profileOf,
  storedSealingKey,
  type AppType,
  type CompanionPorts,
  type Store,
} from '../../../lib/companion';
import { codeAt, makeOtp, readSecretKey } from '../../../lib/otp';
import { yes } from './answers';
import { checkAnswer } from './checkAnswer';
import { overHttp } from './serve';
import { isServed, sealingKeyOf } from './sqliteStore';

/** The cheapest possible password hash: one SHA-256 over salt and password. */
const cheapDerive: CompanionPorts['derive'] = async ({ password, salt }) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat([salt, password])));

/** Returns a code that differs from the codes of this secret around the given time. */
export function wrongCode(secretKey: string, now: number): string {
  const secret = makeOtp({ secret: readSecretKey(secretKey) });
  const near = new Set([-2, -1, 0, 1, 2].map((steps) => codeAt(secret, now + steps * 30_000)));
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'];
  return wrong.find((code) => !near.has(code)) ?? '666666';
}

/** Returns a service with a clock that only the test moves, and with browsers that use the service. */
export function makeService(store: Store, ports: Partial<CompanionPorts> = {}) {
  let now = Date.UTC(2026, 0, 15, 12, 0, 10);
  let announced = 0;
  let perLook = 0;
  const parts: CompanionPorts = {
    store,
    sealingKey: isServed(store) ? sealingKeyOf(store) : storedSealingKey(store),
    profileOf,
    clock: () => {
      const time = now;
      now += perLook;
      return time;
    },
    random: (length) => new Uint8Array(randomBytes(length)),
    derive: cheapDerive,
    kdfCosts: { memory: 8, passes: 1, lanes: 1 },
    mailer: deliverToMailbox,
    announce: () => {
      announced += 1;
    },
    ...ports,
  };
  const companion = createCompanion(parts, demo);
  const serve = isServed(store) ? overHttp(companion.fetch) : companion.fetch;

  /** Returns a browser that stores its session token and replaces it whenever a response has a new token. */
  const browser = (device = 'Chrome/150 Linux', client: string | null = device) => {
    let token: string | null = null;
    const headers = (): Record<string, string> => ({
      'x-user-agent': device,
      ...(client !== null && { 'x-client-id': client }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
    });
    const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      const response = await serve(request);
      const answer: unknown = await response.clone().json();
      await checkAnswer(request, response, answer);
      if (typeof answer === 'object' && answer !== null && 'token' in answer)
        token = String(answer.token);
      return response;
    };
    const api = hc<AppType>('https://companion.invalid', { fetch, headers });
    return {
      api,
      token: () => token,
      useToken: (other: string | null) => {
        token = other;
      },
      signIn: (json: { email: string; password: string }) => api['sign-in'].$post({ json }),
      code: (challenge: string, code: string) =>
        api.challenge.code.$post({ json: { challenge, code } }),
      backupCode: (challenge: string, code: string) =>
        api.challenge['backup-code'].$post({ json: { challenge, code } }),
      start: (replace = false) => api['two-factor'].start.$post({ json: { replace } }),
      verify: (enrolment: string, code: string) =>
        api['two-factor'].verify.$post({ json: { enrolment, code } }),
      cancel: () => api['two-factor'].cancel.$post(),
      disable: async () => api['two-factor'].disable.$post({ json: await version() }),
      regenerate: async () => api['two-factor']['backup-codes'].$post({ json: await version() }),
      security: () => api.security.$get(),
      me: () => api.me.$get(),
      sessions: () => api.sessions.$get(),
      signOut: () => api['sign-out'].$post(),
      sudoPassword: (password: string) => api.sudo.password.$post({ json: { password } }),
      sudoCode: (code: string) => api.sudo.code.$post({ json: { code } }),
      sudoBackupCode: (code: string) => api.sudo['backup-code'].$post({ json: { code } }),
      changePassword: async (current: string, password: string, confirm = password) =>
        api.security.password.$post({
          json: { current, password, confirm, signOutOthers: true, ...(await version()) },
        }),
    };

    async function version(): Promise<{ version: number }> {
      const response = await api.security.$get();
      return { version: response.ok ? (await response.json()).version : 0 };
    }
  };

  return {
    store,
    companion,
    browser,
    now: () => now,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    setNow: (time: number) => {
      now = time;
    },
    /** Makes every later read of the clock advance the clock by this many milliseconds. */
    tick: (milliseconds: number) => {
      perLook = milliseconds;
    },
    announced: () => announced,
    /** Returns the authenticator's current code for this secret key, or the code some time steps away. */
    code: (secretKey: string, steps = 0) =>
      codeAt(makeOtp({ secret: readSecretKey(secretKey) }), now + steps * 30_000),
    mails: async (address: string) =>
      (await yes(browser().api.mailboxes[':address'].$get({ param: { address }, query: {} })))
        .mails,
  };
}

export type Service = ReturnType<typeof makeService>;
export type Browser = ReturnType<Service['browser']>;
