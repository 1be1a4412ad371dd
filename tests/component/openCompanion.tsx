import { render } from 'preact';
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

/** The key under which the page stores its session token. */
const slot = 'companion/session/test';

/** The cheapest possible password hash: one SHA-256 over salt and password. */
const cheapDerive: CompanionPorts['derive'] = async ({ password, salt }) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...password])));

/** Opens the companion page with a service of its own and a clock that only the test moves. */
export async function openCompanion() {
  await page.viewport(1280, 900);
  let now = Date.UTC(2026, 0, 15, 12, 0, 10);
  const kept: CodesToKeep[] = [];
  const saved = new Map<string, () => void>();
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
          watchSavedCodes: ({ account }, listener) => {
            saved.set(account, listener);
            return () => saved.delete(account);
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
    /** The backup codes that were sent to the authenticator. */
    kept,
    /** Saves the codes of an account in the authenticator. */
    saveInAuthenticator: (account: string) => saved.get(account)?.(),
    /** The page's requests, as `POST /path`. */
    asked,
    /** The responses that replace the service's responses, by `GET /path`. */
    failing,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Returns the password of a demo person, by first name. */
    passwordOf: (name: string): string =>
      stores.demo.demo.value?.people.find((person) => person.name.startsWith(name))?.password ?? '',
    /** Signs the person in on a second device. */
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
    /** Sets the current session aside without ending it. Returns a function that restores it. */
    async setAside() {
      // Waits for pending responses, which would restore the session.
      await stores.refresh();
      const held = sessionStorage.getItem(slot) ?? '';
      stores.account.leave({ done: 'signedOut' });
      return async () => {
        stores.account.leave({ done: 'signedOut' });
        sessionStorage.setItem(slot, held);
        await stores.account.enter({ ok: true, value: { state: 'signed-in', token: held } });
      };
    },
    /** Returns the authenticator's code for this secret in the next unused time step. */
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
