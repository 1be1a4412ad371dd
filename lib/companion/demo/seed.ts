import type { App } from '../App';
import { countingTx } from '../counting';
import { mailboxOrder } from '../deliver';
import { utf8 } from '../../crypto';
import { newId } from '../mechanism/tokens';
import { membershipId } from '../flows/guards';
import type { DemoPassword, User } from '../records';
import type { Tx } from '../store';
import { domain, googleAccounts, people } from './people';

const purpose = 'demo-password';

/** Returns a new password of 100 random bits in four groups, which is long enough without a second factor. */
function newPassword(app: App): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz0123456789'.slice(0, 32);
  const text = [...app.ports.random(20)].map((byte) => letters[byte & 31]).join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
}

interface Seed {
  readonly users: readonly User[];
  readonly passwords: readonly DemoPassword[];
  /** The workspaces' ids, in the order of `workspaceNames`. */
  readonly ids: readonly string[];
}

const workspaceNames = ['Harbour', 'Meadow'] as const;

async function makeSeed(app: App, now: number): Promise<Seed> {
  const ids = workspaceNames.map(() => newId(app.ports.random));
  const users: User[] = [];
  const passwords: DemoPassword[] = [];
  for (const { name, address, method, home } of people) {
    const id = newId(app.ports.random);
    const email = `${address}@${domain}`;
    const password = method === 'password' ? newPassword(app) : null;
    if (password !== null)
      passwords.push({ userId: id, sealed: await app.sealer.seal(utf8(password), id, purpose) });
    users.push({
      id,
      email,
      emailKey: email,
      name,
      emailVerifiedAt: now,
      method,
      passwordHash: password === null ? null : await app.passwords.hash(password),
      passwordShort: false,
      googleSub:
        googleAccounts.find((account) => method === 'google' && account.email === email)?.sub ??
        null,
      createdAt: now,
      completedAt: now,
      disabledAt: null,
      homeId: ids[workspaceNames.indexOf(home)] ?? null,
      purgeAt: null,
      devices: [],
      clients: [],
      version: 1,
    });
  }
  return { users, passwords, ids };
}

async function putSeed(rawTx: Tx, seed: Seed, now: number): Promise<void> {
  const { tx, settle } = countingTx(rawTx);
  const { ids } = seed;
  const idOf = (index: number) => seed.users[index]?.id ?? '';
  for (const user of seed.users) {
    await tx.users.put(user);
    await tx.mailboxes.put({
      id: user.emailKey,
      address: user.email,
      count: 0,
      newestAt: null,
      order: mailboxOrder(user.emailKey, null),
    });
  }
  for (const password of seed.passwords) await tx.demoPasswords.put(password);
  for (const [index, name] of workspaceNames.entries()) {
    const workspaceId = ids[index] ?? name;
    await tx.workspaces.put({ id: workspaceId, name, enforced: false, createdAt: now, version: 1 });
    await tx.groups.put({
      id: `${workspaceId}-administrators`,
      workspaceId,
      name: 'Administrators',
      manageAccount: true,
      members: people.flatMap(({ manages }, person) =>
        manages.some((each) => each === name) ? [idOf(person)] : [],
      ),
    });
    for (const [person, { in: places }] of people.entries())
      if (places.some((each) => each === name))
        await tx.memberships.put({
          id: membershipId(workspaceId, idOf(person)),
          workspaceId,
          userId: idOf(person),
          joinedAt: now,
          order: `${workspaceId} ${seed.users[person]?.emailKey ?? ''}`,
        });
  }
  await settle();
  await tx.meta.put({ id: 'seeded', value: now });
}

/** Creates the demo people unless they exist. Safe to call concurrently. */
export async function ensureSeeded(app: App): Promise<void> {
  const { store, clock } = app.ports;
  if (await store.read((tx) => tx.meta.get('seeded'))) return;
  const now = clock();
  const seed = await makeSeed(app, now);
  await store.write(async (tx) => {
    if (!(await tx.meta.get('seeded'))) await putSeed(tx, seed, now);
  });
}

/** Deletes everything except the sealing key, then creates the demo people again. */
export async function resetDemo(app: App): Promise<{ done: boolean }> {
  const { store, clock } = app.ports;
  const now = clock();
  const seed = await makeSeed(app, now);
  await store.write(async ({ keys: _, ...tables }) => {
    for (const table of Object.values(tables)) await table.clear();
    await putSeed({ keys: _, ...tables }, seed, now);
  });
  app.ports.announce(null);
  return { done: true };
}

/** Returns the password of a demo person, or null once the person has changed the password. */
export async function openDemoPassword(
  app: App,
  { userId, sealed }: DemoPassword,
): Promise<string> {
  return new TextDecoder().decode(await app.sealer.open(sealed, userId, purpose));
}
