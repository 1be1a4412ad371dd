import { render } from 'preact';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { Companion, CompanionProvider, type CodesToKeep } from '../../components/companion';
import { createCompanionStores, createSessionTokenStore } from '../../components/companion/stores';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import {
  createCompanion,
  deliverToMailbox,
  demo,
  memoryStore,
  profileOf,
  storedSealingKey,
  type CompanionPorts,
} from '../../lib/companion';
import { codeAt, makeOtp, readSecretKey } from '../../lib/otp';
import { qrMatrix } from '../../lib/qr';

const minute = 60_000;

/** Where the page stores its session token. */
const slot = 'companion/session/test';

/** The cheapest possible password hash: one SHA-256 over salt and password. */
const cheapDerive: CompanionPorts['derive'] = async ({ password, salt }) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...password])));

/** The page over its own service, with a clock that only the test moves. */
export async function openCompanion() {
  await page.viewport(1280, 900);
  let now = Date.UTC(2026, 0, 15, 12, 0, 10);
  const kept: CodesToKeep[] = [];
  const asked: string[] = [];
  const failing = new Map<string, Response>();
  const store = memoryStore();
  const ports: CompanionPorts = {
    store,
    sealingKey: storedSealingKey(store),
    profileOf,
    clock: () => now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    derive: cheapDerive,
    kdfCosts: { memory: 1, passes: 1, lanes: 1 },
    mailer: deliverToMailbox,
    announce: (changedBy) => void stores.onChange(changedBy),
  };
  const service = createCompanion(ports, demo);
  sessionStorage.clear();
  window.location.hash = '';
  const openStores = () =>
    createCompanionStores({
      base: 'https://companion.invalid',
      pageId: 'page under test',
      fetch: (input, init) => {
        const request = new Request(input, init);
        const call = `${request.method} ${new URL(request.url).pathname}`;
        asked.push(call);
        const failure = failing.get(call);
        return failure ? Promise.resolve(failure.clone()) : service.fetch(request);
      },
      tokenStore: createSessionTokenStore(sessionStorage, 'test'),
      clientId: 'test',
      locks: navigator.locks,
      window,
      openAnotherBrowser: () => undefined,
    });
  let stores = openStores();
  await stores.refresh();
  document.body.innerHTML = '<div id="app"></div>';
  const root = document.getElementById('app') ?? document.body;
  const draw = () =>
    render(
      <CompanionProvider
        value={{
          ...stores,
          qrMatrix,
          keepCodes: (codes) => {
            kept.push(codes);
            return Promise.resolve();
          },
        }}
      >
        <Toasts>
          <Companion />
        </Toasts>
      </CompanionProvider>,
      root,
    );
  draw();
  return {
    get stores() {
      return stores;
    },
    /** Loads the page again in the same browser. */
    async reopen() {
      render(null, root);
      stores.route.close();
      stores = openStores();
      await stores.refresh();
      draw();
    },
    /** Waits until every pending request has its response. */
    settled: () => navigator.locks.request('companion/session/test', () => undefined),
    /** Returns the link in the newest message of an address. */
    async linkTo(address: string): Promise<string> {
      await stores.mailbox.load(address);
      return stores.mailbox.mails.value.rows[0]?.secret?.link ?? '';
    },
    /** Backup codes that were sent to the authenticator. */
    kept,
    /** The requests of the page, as `POST /path`. */
    asked,
    /** What the transport returns instead of the service's response, by `GET /path`. */
    failing,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    /** The password of a demo person, by first name. */
    passwordOf: (name: string): string =>
      stores.demo.demo.value?.people.find((person) => person.name.startsWith(name))?.password ?? '',
    /** Signs the same person in on a phone. */
    async elsewhere(email: string, password: string) {
      await service.fetch(
        new Request('https://companion.invalid/sign-in', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-user-agent': 'Mozilla/5.0 (Android 15; Mobile) Firefox/153.0',
          },
          body: JSON.stringify({ email, password }),
        }),
      );
    },
    /** Leaves the current session as it is. Returns a function that goes back to it. */
    async setAside() {
      // A pending response would restore the session.
      await stores.refresh();
      const held = sessionStorage.getItem(slot) ?? '';
      stores.account.leave({ done: 'signedOut' });
      return async () => {
        stores.account.leave({ done: 'signedOut' });
        sessionStorage.setItem(slot, held);
        await stores.account.enter({ ok: true, value: { state: 'signed-in', token: held } });
      };
    },
    /** Returns the code of an authenticator with this secret, in the next unused step. */
    code(secretKey: string): string {
      now += minute / 2;
      return codeAt(makeOtp({ secret: readSecretKey(secretKey) }), now);
    },
    close: () => {
      render(null, root);
      stores.route.close();
    },
  };
}

export type CompanionWorld = Awaited<ReturnType<typeof openCompanion>>;

/** Signs in as a demo person with their password. */
export async function signInAs(name: string): Promise<void> {
  await press(new RegExp(`^Fill in the sign-in for ${name}`));
  await press('Sign in');
}

/** Presses the button with this label. */
export const press = (name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Presses a button of the open dialog. */
export const pressInDialog = (name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

export const type = (label: string, text: string): Promise<void> =>
  page.getByLabelText(label, { exact: true }).fill(text);

/** Opens the Security tab as a person does: by the avatar. */
export async function openSecurity(): Promise<void> {
  await press(/^Account menu/);
  await page.getByRole('menuitem', { name: 'User preferences' }).click();
  await page.getByRole('tab', { name: 'Security' }).click();
}

export const sees = (text: string | RegExp): Promise<void> =>
  expect.element(page.getByText(text, { exact: false }).first()).toBeVisible();

const textsOf = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

/** Returns the secret key and the backup codes that the setup shows. */
export async function readSetUp(): Promise<{ secretKey: string; codes: string[] }> {
  await sees('Secret Key');
  return {
    secretKey: (textsOf('form dl code')[0] ?? '').replaceAll(' ', ''),
    codes: textsOf('form ol code'),
  };
}

/** Opens a message of an address in the mailbox. */
export async function openMail(address: string, subject: string): Promise<void> {
  window.location.hash = `#/mailbox/${encodeURIComponent(address)}`;
  await page.getByRole('link', { name: subject, exact: false }).first().click();
  await expect.element(page.getByRole('article', { name: subject })).toBeVisible();
}

/** Returns the secret key in the open message. */
export async function readMailMessage(): Promise<{ secretKey: string }> {
  await sees('Secret Key');
  return { secretKey: (textsOf('article dl code')[0] ?? '').replaceAll(' ', '') };
}

/** On the Security tab: sets 2FA up and verifies it. */
export async function enable(world: CompanionWorld) {
  await press('Enable 2FA');
  await pressInDialog('Enable 2FA');
  const setUp = await readSetUp();
  await page.getByLabelText("I've saved these codes").click();
  await type('Verification code', world.code(setUp.secretKey));
  await pressInDialog('Verify');
  await sees('Enabled');
  return setUp;
}

/** Opens a tab of Access Management. */
export async function openAccess(tab: string): Promise<void> {
  await page.getByRole('link', { name: 'Access Management' }).click();
  await page.getByRole('tab', { name: tab }).click();
}

/** The switch that requires 2FA of a workspace. */
export const enforcement = () =>
  page.getByRole('switch', { name: 'Enforce Two Factor Authentication' });

/** As Ada: sets up her own 2FA, then turns enforcement on and confirms. */
export async function enforce(world: CompanionWorld) {
  await signInAs('Ada');
  await openSecurity();
  const own = await enable(world);
  await openAccess('Authentication Settings');
  await enforcement().click();
  await pressInDialog('Enforce 2FA');
  await sees('2FA is now enforced.');
  return own;
}

/** As Ada: invites someone new, who opens the mailed message. */
export async function inviteWanda(): Promise<void> {
  await openAccess('Users');
  await press('Add person');
  await type('Email', 'wanda@larkfield.example');
  await pressInDialog('Add');
  await sees('Invitation sent to wanda@larkfield.example.');
  await signOut();
  await openMail('wanda@larkfield.example', 'Join Harbour');
}

/** On the invitation's page: Wanda creates her account, which signs her in. */
export async function joinAsWanda(): Promise<void> {
  await sees('You were invited as wanda@larkfield.example.');
  await type('Your name', 'Wanda Newcomer');
  await type('New Password', 'a long walk along the shore');
  await type('Confirm New Password', 'a long walk along the shore');
  await press('Create account');
}

export async function signOut(): Promise<void> {
  await press(/^Account menu/);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await sees("You're signed out.");
}
