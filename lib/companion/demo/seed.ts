import type { App } from '../App';
import { utf8 } from '../../crypto';
import { newId } from '../mechanism/tokens';
import { membershipId } from '../flows/guards';
import type { DemoPassword, User } from '../records';
import type { Tx } from '../store';
import { domain, googleAccounts, people } from './people';

const purpose = 'demo-password';

/** 100 bits in four groups: no dictionary word, long enough to stand alone. */
function newPassword(app: App): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz0123456789'.slice(0, 32);
  const text = [...app.ports.random(20)].map((byte) => letters[byte & 31]).join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
}

interface Seed {
  readonly users: readonly User[];
  readonly passwords: readonly DemoPassword[];
}

async function makeSeed(app: App, now: number): Promise<Seed> {
  const users: User[] = [];
  const passwords: DemoPassword[] = [];
  for (const { name, address, method } of people) {
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
      devices: [],
      version: 1,
    });
  }
  return { users, passwords };
}

async function putSeed(tx: Tx, seed: Seed, now: number, ids: readonly string[]): Promise<void> {
  const idOf = (index: number) => seed.users[index]?.id ?? '';
  for (const user of seed.users) await tx.users.put(user);
  for (const password of seed.passwords) await tx.demoPasswords.put(password);
  for (const [index, name] of (['Harbour', 'Meadow'] as const).entries()) {
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
        });
  }
  await tx.meta.put({ id: 'seeded', value: now });
}

/** Signs the demo people up, once: a second caller finds it done. */
export async function ensureSeeded(app: App): Promise<void> {
  const { store, clock } = app.ports;
  if (await store.read((tx) => tx.meta.get('seeded'))) return;
  const now = clock();
  const seed = await makeSeed(app, now);
  const ids = [newId(app.ports.random), newId(app.ports.random)];
  await store.write(async (tx) => {
    if (!(await tx.meta.get('seeded'))) await putSeed(tx, seed, now, ids);
  });
}

/** Forgets everything but the sealing key, and signs the demo people up anew. */
export async function resetDemo(app: App): Promise<{ done: boolean }> {
  const { store, clock } = app.ports;
  const now = clock();
  const seed = await makeSeed(app, now);
  const ids = [newId(app.ports.random), newId(app.ports.random)];
  await store.write(async ({ keys: _, ...tables }) => {
    for (const table of Object.values(tables)) await table.clear();
    await putSeed({ keys: _, ...tables }, seed, now, ids);
  });
  app.ports.announce(null);
  return { done: true };
}

/** The password of a demo person, while it is the one that was made at first run. */
export async function openDemoPassword(
  app: App,
  { userId, sealed }: DemoPassword,
): Promise<string> {
  return new TextDecoder().decode(await app.sealer.open(sealed, userId, purpose));
}
