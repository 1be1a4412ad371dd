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

/** Both stores, for describe.each: what holds for one holds for the other. */
export const stores: readonly (readonly [string, () => Store])[] = [
  ['memory', memoryStore],
  ['IndexedDB', () => indexedDbStore(`companion-${databases++}`)],
];

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What a page gets, as far as a test looks at it. */
interface Answer<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}

/** The body of an answer that has to be a yes. */
export async function yes<T>(answer: Promise<Answer<T>>): Promise<T> {
  const response = await answer;
  const value = await response.json();
  if (!response.ok) throw new Error(`refused: ${response.status} ${JSON.stringify(value)}`);
  return value;
}

/** Status and code of an answer that has to be a no. */
export async function no(answer: Promise<Answer<unknown>>): Promise<string> {
  const response = await answer;
  const value = (await response.json()) as { code: string };
  if (response.ok) throw new Error('accepted, but should have been refused');
  return `${response.status} ${value.code}`;
}

/** The whole of a no. */
export async function refusal(answer: Promise<Answer<unknown>>) {
  const response = await answer;
  if (response.ok) throw new Error('accepted, but should have been refused');
  return (await response.json()) as {
    code: string;
    message: string;
    facts: Record<string, unknown>;
  };
}

/** A code that is surely not this secret's near that time. */
export function wrongCode(secretKey: string, now: number): string {
  const secret = makeOtp({ secret: readSecretKey(secretKey) });
  const near = new Set([-2, -1, 0, 1, 2].map((steps) => codeAt(secret, now + steps * 30_000)));
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555'];
  return wrong.find((code) => !near.has(code)) ?? '666666';
}

/** A service with a clock that stands until it is moved, and browsers that visit it. */
export function makeService(store: Store, ports: Partial<CompanionPorts> = {}) {
  let now = Date.UTC(2026, 0, 15, 12, 0, 10);
  let announced = 0;
  const companion = createCompanion({
    store,
    clock: () => now,
    random: (length) => new Uint8Array(randomBytes(length)),
    kdf: cheapKdf,
    kdfCosts: { memory: 8, passes: 1, lanes: 1 },
    mailer: deliverToMailbox,
    announce: () => {
      announced += 1;
    },
    ...ports,
  });

  /** A browser of its own: keeps a bearer token and takes over a new one whenever it gets one. */
  const browser = (device = 'Chrome/150 Linux') => {
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
    announced: () => announced,
    /** The code that an authenticator with this secret key shows now, or so many steps away. */
    code: (secretKey: string, steps = 0) =>
      codeAt(makeOtp({ secret: readSecretKey(secretKey) }), now + steps * 30_000),
    mails: async (address: string) =>
      yes(browser().api.mailboxes[':address'].$get({ param: { address } })),
  };
}

export type Service = ReturnType<typeof makeService>;
export type Browser = ReturnType<Service['browser']>;
export type Role = 'admin' | 'member' | 'google' | 'both' | 'outsider';

/** A service with its demo people, and the states that tests begin in. */
export async function makeWorld(store: Store, ports: Partial<CompanionPorts> = {}) {
  const service = makeService(store, ports);
  const demo = await yes(service.browser().api.demo.$get());

  const person = (role: Role) => {
    const found = demo.people.find((each) => each.role === role);
    if (!found) throw new Error(`no ${role}`);
    return { email: found.email, password: found.password ?? '', name: found.name };
  };
  const credentials = (role: Role) => {
    const { email, password } = person(role);
    return { email, password };
  };

  /** Signs in where nothing but the first factor is asked for. */
  const signedIn = async (role: Role, device?: string): Promise<Browser> => {
    const browser = service.browser(device);
    if (role === 'google') await yes(viaGoogle(browser, 'google-1001'));
    else await yes(browser.signIn(credentials(role)));
    if (browser.token() === null) throw new Error('a second factor was asked for');
    return browser;
  };

  const viaGoogle = async (browser: Browser, sub: string) => {
    const approve = browser.api['pretend-google'].approve.$post({ json: { sub } });
    return browser.api['sign-in'].google.$post({ json: await yes(approve) });
  };

  /** Turns 2FA on; afterwards the next time step has begun, so that its code is good. */
  const enrol = async (browser: Browser) => {
    const setUp = await yes(browser.start());
    await yes(browser.verify(setUp.enrolment, service.code(setUp.secretKey)));
    service.wait(30_000);
    return setUp;
  };

  /** A browser in which the password is given and the code is asked for. */
  const challenged = async (role: Role, browser = service.browser()) => {
    const answer = await yes(
      role === 'google' ? viaGoogle(browser, 'google-1001') : browser.signIn(credentials(role)),
    );
    if (answer.state === 'signed-in') throw new Error('no second factor was asked for');
    return { browser, ...answer };
  };

  /** The demo workspace and its admin, signed in, with 2FA on and freshly proven. */
  const adminWithTwoFactor = async () => {
    const browser = await signedIn('admin');
    const setUp = await enrol(browser);
    return { browser, ...setUp };
  };

  const workspaceId = async (browser: Browser, name = 'Harbour') => {
    const { workspaces } = await yes(browser.me());
    return workspaces.find((each) => each.name === name)?.id ?? '';
  };

  /** Sets enforcement as the confirmation in the page does. */
  const enforce = async (admin: Browser, on = true, name = 'Harbour') => {
    const param = { workspace: await workspaceId(admin, name) };
    const seen = await admin.api.workspaces[':workspace'].enforcement.$get({ param });
    const version = seen.ok ? (await seen.json()).version : 0;
    return admin.api.workspaces[':workspace'].enforcement.$put({ param, json: { on, version } });
  };

  const userId = async (role: Role): Promise<string> => {
    const { email } = person(role);
    const [user] = await store.read((tx) => tx.users.where('emailKey', email));
    return user?.id ?? '';
  };

  const mailKinds = async (role: Role) =>
    (await service.mails(person(role).email)).map(({ kind }) => kind);

  const newestMail = async (address: string) => {
    const [mail] = await service.mails(address);
    if (!mail) throw new Error(`no mail for ${address}`);
    return mail;
  };

  /** The token in the link of the newest mail to an address. */
  const mailedToken = async (address: string) =>
    (await newestMail(address)).secret?.link?.split('/').at(-1) ?? '';

  return {
    ...service,
    demo,
    person,
    credentials,
    signedIn,
    viaGoogle,
    enrol,
    challenged,
    adminWithTwoFactor,
    workspaceId,
    enforce,
    userId,
    sessionRecords: () => store.read((tx) => tx.sessions.all()),
    mailKinds,
    newestMail,
    mailedToken,
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
