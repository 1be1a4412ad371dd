import {
  indexedDbStore,
  memoryStore,
  type CompanionPorts,
  type Store,
} from '../../../lib/companion';
import { yes } from './answers';
import { makeService, type Browser } from './makeService';
import { servedSqliteStore } from './sqliteStore';

export { no, refusal, yes } from './answers';
export { wrongCode, type Browser } from './makeService';

await import('fake-indexeddb/auto');

let databases = 0;

/** All stores, for `describe.each`. Every store must pass the same tests. */
const all: readonly (readonly [string, () => Store])[] = [
  ['memory', memoryStore],
  ['IndexedDB', () => indexedDbStore(`companion-${databases++}`)],
  ['node:sqlite over HTTP', servedSqliteStore],
];

/** The stores whose names start with `COMPANION_STORES`, or all stores if the variable isn't set. */
export const stores = all.filter(([name]) =>
  name.startsWith(process.env['COMPANION_STORES'] ?? ''),
);

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Role = 'admin' | 'member' | 'google' | 'both' | 'outsider';

const viaGoogle = async (browser: Browser, sub: string) => {
  const approve = browser.api['pretend-google'].approve.$post({ json: { sub } });
  return browser.api['sign-in'].google.$post({ json: await yes(approve) });
};

const workspaceId = async (browser: Browser, name = 'Harbour') => {
  const { workspaces } = await yes(browser.me());
  return workspaces.find((each) => each.name === name)?.id ?? '';
};

/** Returns a service with its demo people, and helpers that create the initial states of tests. */
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

  /** Signs in with the first factor. Returns the browser. */
  const signedIn = async (role: Role, device?: string): Promise<Browser> => {
    const browser = service.browser(device);
    if (role === 'google') await yes(viaGoogle(browser, 'google-1001'));
    else await yes(browser.signIn(credentials(role)));
    if (browser.token() === null) throw new Error('a second factor was asked for');
    return browser;
  };

  /** Turns 2FA on and moves to the next time step, in which a new code is valid. */
  const enrol = async (browser: Browser) => {
    const setUp = await yes(browser.start());
    await yes(browser.verify(setUp.enrolment, service.code(setUp.secretKey)));
    service.wait(30_000);
    return setUp;
  };

  /** Returns a browser in which the password was entered and the code is requested. */
  const challenged = async (role: Role, browser = service.browser()) => {
    const answer = await yes(
      role === 'google' ? viaGoogle(browser, 'google-1001') : browser.signIn(credentials(role)),
    );
    if (answer.state === 'signed-in') throw new Error('no second factor was asked for');
    return { browser, ...answer };
  };

  /** Returns the demo workspace's admin, signed in, with 2FA on and fresh proof. */
  const adminWithTwoFactor = async () => {
    const browser = await signedIn('admin');
    const setUp = await enrol(browser);
    return { browser, ...setUp };
  };

  /** Turns enforcement on or off, as the confirmation on the page does. */
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

  /** Returns the token in the link of the newest mail to an address. */
  const mailedToken = async (address: string) =>
    (await newestMail(address)).secret?.link?.split('/').at(-1) ?? '';

  /** Returns the secret key in the newest mail to an address. */
  const mailedKey = async (address: string) => (await newestMail(address)).secret?.secretKey ?? '';

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
    mailedKey,
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
