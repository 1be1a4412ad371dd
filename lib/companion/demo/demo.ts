import type { App, Caller } from '../App';
import { command, query } from '../command';
import { userByAddress, workspacesOf } from '../flows/guards';
import { freshToken } from '../mechanism/tokens';
import { policy } from '../policy';
import { refuse } from '../refusals';
import { domain, googleAccounts, people } from './people';
import { openDemoPassword } from './seed';

/** Returns what the sign-in page shows about the demo: the demo people, the clock and the Google accounts. */
export async function showDemo(app: App, caller: Caller) {
  const state = await query(app, caller, async (view) => ({
    now: view.now,
    clockOffset: view.now - view.machineNow,
    people: await Promise.all(
      people.map(async ({ role, address }) => {
        const user = await userByAddress(view, `${address}@${domain}`);
        if (!user) return null;
        const workspaces = (await workspacesOf(view, user.id)).map(({ name }) => name);
        return { role, user, workspaces, kept: await view.tx.demoPasswords.get(user.id) };
      }),
    ),
  }));
  const shown = state.people
    .filter((person) => person !== null)
    .map(async ({ role, user, workspaces, kept }) => ({
      role,
      name: user.name,
      email: user.email,
      method: user.method,
      workspaces,
      /** The password as generated; null for a Google account, and once the person has changed it. */
      password: kept ? await openDemoPassword(app, kept) : null,
    }));
  return {
    service: policy.service,
    now: state.now,
    clockOffset: state.clockOffset,
    people: await Promise.all(shown),
    googleAccounts: googleAccounts.map(({ sub, name, email }) => ({ sub, name, email })),
  };
}

/** Sets how far the demo clock is ahead of the machine's clock, in milliseconds. */
export const setClock = (app: App, caller: Caller, { offset }: { readonly offset: number }) =>
  command(app, 'demo/clock-moved', caller, async ({ tx }) => {
    await tx.meta.put({ id: 'clock', value: offset });
    return { offset };
  });

/** Returns an assertion of the simulated Google, which is valid for one sign-in within five minutes. */
export async function approveAtGoogle(app: App, caller: Caller, { sub }: { readonly sub: string }) {
  const fresh = freshToken(app.ports.random);
  return command(app, 'pretend-google/approved', caller, async ({ tx, now }) => {
    if (!googleAccounts.some((account) => account.sub === sub)) throw refuse('google_failed');
    await tx.tokens.put({
      hash: fresh.hash,
      kind: 'google',
      about: sub,
      createdAt: now,
      expiresAt: now + policy.googleAssertion.lifetime,
    });
    return { assertion: fresh.token };
  });
}
