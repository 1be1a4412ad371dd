import {
  createCompanion,
  deliverToMailbox,
  demo,
  indexedDbStore,
  profileOf,
  storedSealingKey,
} from '../../../lib/companion';
import { codeAt, makeOtp, readSecretKey } from '../../../lib/otp';
import { fill } from './fill';

type Body = Record<string, unknown>;

export interface Service {
  readonly members: number;
  /** Calls a route as the signed-in admin. Throws if the call is refused. */
  readonly call: (method: string, path: string, body?: Body) => Promise<Body>;
  /** Calls a route as an unknown browser. Returns the response even if the call is refused. */
  readonly ask: (method: string, path: string, body?: Body) => Promise<Body>;
  readonly workspace: string;
  readonly password: string;
  /** Undoes enforcement directly in the store and ends its job, so that it can be measured again. */
  readonly undoEnforcement: () => Promise<void>;
}

/** Opens a service in its own database with `members` members, and signs its admin in with 2FA. */
export async function openService(members: number): Promise<Service> {
  const store = indexedDbStore(`bench-${members}`);
  let now = Date.now();
  let clients = 0;
  const companion = createCompanion(
    {
      store,
      sealingKey: storedSealingKey(store),
      profileOf,
      clock: () => now,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      // Replaces the password hash, because its cost isn't measured.
      derive: async ({ password, salt }) =>
        new Uint8Array(
          await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...password])),
        ),
      kdfCosts: { memory: 8, passes: 1, lanes: 1 },
      mailer: deliverToMailbox,
      announce: () => {},
    },
    demo,
  );
  let token = '';
  const send = async (
    method: string,
    path: string,
    body: Body | undefined,
    client: string | null,
  ) => {
    const response = await companion.fetch(
      new Request(`https://companion.invalid${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'x-client-id': client ?? 'admin',
          ...(client === null && token !== '' && { authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return { ok: response.ok, answer: (await response.json()) as Body };
  };
  const call = async (method: string, path: string, body?: Body) => {
    const { ok, answer } = await send(method, path, body, null);
    if (!ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    if (typeof answer['token'] === 'string') token = answer['token'];
    return answer;
  };
  const { people } = (await call('GET', '/demo')) as {
    people: { role: string; email: string; password: string }[];
  };
  await fill(store, members, now);
  const admin = people.find(({ role }) => role === 'admin');
  const { email = '', password = '' } = admin ?? {};
  await call('POST', '/sign-in', { email, password });
  const { enrolment, secretKey } = await call('POST', '/two-factor/start', { replace: false });
  const secret = makeOtp({ secret: readSecretKey(String(secretKey)) });
  await call('POST', '/two-factor/verify', { enrolment, code: codeAt(secret, now) });
  now += 1000;
  const { workspaceId } = await call('GET', '/me');
  const counts = await store.read((tx) => tx.counts.get(String(workspaceId)));
  if (!counts) throw new Error('Harbour has no counts.');
  return {
    members,
    call,
    ask: async (method, path, body) =>
      (await send(method, path, body, `client ${clients++}`)).answer,
    workspace: String(workspaceId),
    password: people.find(({ role }) => role === 'both')?.password ?? '',
    undoEnforcement: async () => {
      await store.write(async (tx) => {
        const enforced = (await tx.workspaces.all()).filter((each) => each.enforced);
        for (const each of enforced) await tx.workspaces.put({ ...each, enforced: false });
        await tx.jobs.clear();
        for (const factor of await tx.factors.all())
          if (factor.state === 'invited') await tx.factors.delete(factor.userId);
        await tx.counts.put(counts);
      });
      await companion.idle();
    },
  };
}
