import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexedDbStore, memoryStore, type Store } from '../../../lib/companion';
import {
  endOthers,
  freshLock,
  isProven,
  newModel,
  stepOf,
  strike,
  succeed,
  useSession,
  type Model,
} from './model';
import { day, hour, makeWorld, minute, wrongCode, yes, type Browser, type World } from './support';

/** `TESSERA_SEQUENCES=50000 TESSERA_SEED=7 npm run unit -- model` for more, and others. */
const sequences = Number(process.env['TESSERA_SEQUENCES'] ?? 2000);
const seed = Number(process.env['TESSERA_SEED'] ?? 6238);

interface Real {
  readonly it: World;
  readonly browsers: readonly Browser[];
  readonly admin: Browser;
  readonly adminSession: SessionRecord;
  readonly user: string;
}

type SessionRecord = Awaited<ReturnType<World['sessionRecords']>>[number];
type Command = fc.AsyncCommand<Model, Real>;

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

const browserOf = (real: Real, index: number): Browser => {
  const browser = real.browsers[index];
  if (!browser) throw new Error('no such browser');
  return browser;
};

const wait = (milliseconds: number) =>
  command(`wait ${milliseconds} ms`, async (_, { it }) => it.wait(milliseconds));

const signIn = (index: number) =>
  command(`sign in (${index})`, async (model, real) => {
    const { it } = real;
    it.wait(1);
    const answer = await yes(browserOf(real, index).signIn(it.credentials('member')));
    model.commands += 1;
    // A challenge if and only if there is a second factor, whichever its state.
    expect(answer.state).toBe(model.factor ? 'challenge' : 'signed-in');
    if (answer.state === 'signed-in') {
      expect(model.enforced).toBe(false);
      const now = it.now();
      model.sessions[index] = { created: now, seen: now, auth: now, factor: 0 };
    } else {
      const ends = it.now() + 10 * minute;
      model.challenges.push({ browser: index, token: answer.challenge, tries: 0, ends });
      model.challenges = model.challenges.filter((each) => each.ends > it.now()).slice(-3);
    }
  });

/** Sends what answers the newest challenge of a browser, and does what either outcome means. */
async function answerChallenge(
  model: Model,
  real: Real,
  index: number,
  send: (browser: Browser, token: string) => ReturnType<Browser['code']>,
  expected: (now: number) => 'right' | 'wrong' | 'refused',
): Promise<boolean> {
  const now = real.it.now();
  const challenge = model.challenges.findLast((each) => each.browser === index);
  if (!challenge) return false;
  const outcome =
    challenge.ends <= now || model.lock.until > now || !model.factor ? 'refused' : expected(now);
  const response = await send(browserOf(real, index), challenge.token);
  model.commands += 1;
  expect(response.ok).toBe(outcome === 'right');
  if (outcome === 'wrong') {
    strike(model, now);
    challenge.tries += 1;
    if (challenge.tries === 5)
      model.challenges = model.challenges.filter((each) => each !== challenge);
  }
  if (!response.ok) return false;
  succeed(model);
  model.challenges = model.challenges.filter((each) => each !== challenge);
  model.sessions[index] = { created: now, seen: now, auth: now, factor: now };
  const { backupCodes } = await response.json();
  if (model.factor && backupCodes) {
    expect(model.factor.state).not.toBe('on');
    Object.assign(model.factor, { state: 'on', codes: new Set(backupCodes), ends: null });
    model.shown.push(...backupCodes);
  }
  return true;
}

const code = (index: number, steps: number | null) =>
  command(`code of step ${steps ?? 'none'} (${index})`, async (model, real) => {
    const { factor } = model;
    const key = factor?.secretKey ?? 'AAAA AAAA AAAA AAAA';
    const now = real.it.now();
    const typed = steps === null ? wrongCode(key, now) : real.it.code(key, steps);
    const step = steps === null ? -1 : stepOf(now) + steps;
    const accepted = await answerChallenge(
      model,
      real,
      index,
      (browser, token) => browser.code(token, typed),
      () => {
        if (!factor || model.lock.total >= 100 || (factor.ends !== null && factor.ends <= now))
          return 'refused';
        return Math.abs(step - stepOf(now)) <= 1 && step > factor.last ? 'right' : 'wrong';
      },
    );
    if (!accepted || !factor) return;
    factor.last = step;
    model.acceptedSteps.set(key, [...(model.acceptedSteps.get(key) ?? []), step]);
  });

const backupCode = (index: number, which: number) =>
  command(`backup code ${which} (${index})`, async (model, real) => {
    const typed = model.shown[which % Math.max(1, model.shown.length)] ?? '0000-0000-0000-0000';
    const accepted = await answerChallenge(
      model,
      real,
      index,
      (browser, token) => browser.backupCode(token, typed),
      () => {
        if (!model.factor?.codes) return 'refused';
        return model.factor.codes.has(typed) ? 'right' : 'wrong';
      },
    );
    if (!accepted) return;
    model.factor?.codes?.delete(typed);
    model.spent.push(typed);
  });

const start = (index: number) =>
  command(`start (${index})`, async (model, real) => {
    const now = real.it.now();
    const session = useSession(model, index, now);
    const response = await browserOf(real, index).start();
    model.commands += 1;
    const may = session && model.factor?.state !== 'on' && isProven(model, session, now);
    expect(response.ok).toBe(Boolean(may));
    if (!response.ok || !session) return;
    const { secretKey, enrolment, backupCodes } = await response.json();
    const codes = [...backupCodes];
    model.pending = { session, secretKey, codes, enrolment, ends: now + 10 * minute };
    model.shown.push(...codes);
  });

const verify = (index: number, right: boolean) =>
  command(`verify ${right ? 'rightly' : 'wrongly'} (${index})`, async (model, real) => {
    const now = real.it.now();
    const session = useSession(model, index, now);
    const { pending } = model;
    const key = pending?.secretKey ?? 'AAAA AAAA AAAA AAAA';
    const typed = right ? real.it.code(key) : wrongCode(key, now);
    const response = await browserOf(real, index).verify(pending?.enrolment ?? 'none', typed);
    model.commands += 1;
    const may = right && session && pending?.session === session && pending.ends > now;
    expect(response.ok).toBe(Boolean(may));
    if (!response.ok || !session || !pending) return;
    const codes = new Set(pending.codes);
    const last = stepOf(now);
    model.factor = { state: 'on', secretKey: key, last, codes, ends: null };
    model.acceptedSteps.set(key, [last]);
    model.pending = null;
    model.challenges = [];
    freshLock(model);
    endOthers(model, session);
    Object.assign(session, { seen: now, factor: now });
  });

const cancel = (index: number) =>
  command(`cancel (${index})`, async (model, real) => {
    const session = useSession(model, index, real.it.now());
    const response = await browserOf(real, index).cancel();
    model.commands += 1;
    expect(response.ok).toBe(session !== null);
    if (session && model.pending?.session === session) model.pending = null;
  });

const disable = (index: number) =>
  command(`disable (${index})`, async (model, real) => {
    const now = real.it.now();
    const session = useSession(model, index, now);
    const response = await browserOf(real, index).disable();
    model.commands += 1;
    const may =
      session && model.factor?.state === 'on' && !model.enforced && isProven(model, session, now);
    expect(response.ok).toBe(Boolean(may));
    if (!response.ok || !session) return;
    model.factor = null;
    model.pending = null;
    model.challenges = [];
    freshLock(model);
    endOthers(model, session);
    Object.assign(session, { seen: now, auth: session.factor, factor: 0 });
  });

const regenerate = (index: number) =>
  command(`new backup codes (${index})`, async (model, real) => {
    const now = real.it.now();
    const session = useSession(model, index, now);
    const response = await browserOf(real, index).regenerate();
    model.commands += 1;
    const may = session && model.factor?.state === 'on' && isProven(model, session, now);
    expect(response.ok).toBe(Boolean(may));
    if (!response.ok || !session || !model.factor) return;
    const { backupCodes } = await response.json();
    model.factor.codes = new Set(backupCodes);
    model.shown.push(...backupCodes);
    endOthers(model, session);
    session.seen = now;
  });

const sudo = (index: number) =>
  command(`sudo by password (${index})`, async (model, real) => {
    const { it } = real;
    const now = it.now();
    const session = useSession(model, index, now);
    model.sudoTries = model.sudoTries.filter((at) => at > now - minute);
    const may = session !== null && model.sudoTries.length < 10;
    const response = await browserOf(real, index).sudoPassword(it.person('member').password);
    model.commands += 1;
    expect(response.ok).toBe(may);
    if (session && may) {
      model.sudoTries.push(now);
      Object.assign(session, { seen: now, auth: now });
    }
  });

const signOut = (index: number) =>
  command(`sign out (${index})`, async (model, real) => {
    const session = useSession(model, index, real.it.now());
    const response = await browserOf(real, index).signOut();
    model.commands += 1;
    expect(response.ok).toBe(session !== null);
    model.sessions[index] = null;
  });

/** The admin sits at her desk: her session is fresh and her second factor proven. */
async function attend({ it, adminSession }: Real): Promise<void> {
  const now = it.now();
  const fresh = { createdAt: now, lastSeenAt: now, authAt: now, factorAt: now };
  await it.store.write((tx) => tx.sessions.put({ ...adminSession, ...fresh }));
}

const mailedKey = async ({ it }: Real): Promise<string> =>
  (await it.newestMail(it.person('member').email)).secret?.secretKey ?? '';

/** A mailed secret takes the place of whatever there was. */
async function mailed(model: Model, real: Real, state: 'invited' | 'reset'): Promise<void> {
  const secretKey = await mailedKey(real);
  const ends = real.it.now() + 7 * day;
  model.factor = { state, secretKey, last: 0, codes: null, ends };
  model.acceptedSteps.set(secretKey, []);
  if (state === 'reset') model.pending = null;
  freshLock(model);
}

const enforce = (on: boolean) =>
  command(`enforce ${on ? 'on' : 'off'}`, async (model, real) => {
    await attend(real);
    const response = await real.it.enforce(real.admin, on);
    model.commands += 1;
    expect(response.ok).toBe(model.enforced !== on);
    if (!response.ok) return;
    model.enforced = on;
    const lacks = !model.factor || model.factor.state === 'invited';
    if (on && lacks) await mailed(model, real, 'invited');
    if (!on && model.factor?.state === 'invited') model.factor = null;
  });

const reset = () =>
  command('admin resets', async (model, real) => {
    await attend(real);
    const { it, admin, user } = real;
    const param = { workspace: await it.workspaceId(admin), user };
    const api = admin.api.workspaces[':workspace'].members[':user'];
    const response = await api['two-factor-secret'].$post({ param });
    model.commands += 1;
    const may = model.factor !== null && it.now() - model.resetAt >= 5 * minute;
    expect(response.ok).toBe(may);
    if (!response.ok) return;
    model.resetAt = it.now();
    model.challenges = [];
    if (model.factor?.state === 'invited') return mailed(model, real, 'invited');
    model.sessions = [null, null];
    return mailed(model, real, 'reset');
  });

const index = fc.integer({ min: 0, max: 1 });
const commands = [
  fc.constantFrom(1000, 30_000, 5 * minute + 1000, 16 * minute, 2 * hour, 8 * day).map(wait),
  index.map(signIn),
  index.map(signIn),
  fc.tuple(index, fc.constantFrom(-2, -1, 0, 0, 0, 1, 2, null)).map(([at, step]) => code(at, step)),
  fc.tuple(index, fc.constantFrom(0, null)).map(([at, step]) => code(at, step)),
  fc.tuple(index, fc.nat(60)).map(([at, which]) => backupCode(at, which)),
  index.map(start),
  fc.tuple(index, fc.constantFrom(true, true, false)).map(([at, right]) => verify(at, right)),
  index.map(cancel),
  index.map(disable),
  index.map(regenerate),
  index.map(sudo),
  index.map(signOut),
  fc.boolean().map(enforce),
  fc.constant(reset()),
];

/** The same numbers in every run, so that a failure can be seen again. */
function seededRandom() {
  let count = 0;
  return (length: number) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32)
      bytes.set(
        createHash('sha256')
          .update(`${seed} ${count++}`)
          .digest()
          .subarray(0, length - at),
        at,
      );
    return bytes;
  };
}

const quickKdf = async (password: Uint8Array, salt: Uint8Array) =>
  new Uint8Array(createHash('sha256').update(salt).update(password).digest());

async function begin(store: Store): Promise<{ model: Model; real: Real; audited: number }> {
  const it = await makeWorld(store, { random: seededRandom(), kdf: quickKdf });
  const admin = it.browser();
  await yes(admin.signIn(it.credentials('admin')));
  await it.enrol(admin);
  const user = await it.userId('member');
  const [adminSession] = await it.sessionRecords();
  if (!adminSession) throw new Error('unreachable');
  const audited = (await store.read((tx) => tx.audit.all())).length;
  return {
    model: newModel(),
    real: { it, admin, adminSession, user, browsers: [it.browser(), it.browser()] },
    audited,
  };
}

async function holds(makeStore: () => Store, run: Iterable<Command>): Promise<void> {
  const { model, real, audited } = await begin(makeStore());
  await fc.asyncModelRun(() => ({ model, real }), run);
  // Every command left exactly one entry, in the transaction that carried it out.
  const audit = await real.it.store.read((tx) => tx.audit.all());
  expect(audit.length - audited).toBe(model.commands);
  // Accepted time steps rise, and no backup code was accepted twice.
  for (const steps of model.acceptedSteps.values())
    expect(steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0))).toBe(true);
  expect(new Set(model.spent).size).toBe(model.spent.length);
  expect(model.lock.total).toBeLessThanOrEqual(100);
  // Under enforcement nobody is without a second factor.
  if (model.enforced) expect(model.factor).not.toBeNull();
}

describe('whatever anyone does in whatever order', () => {
  test.each([
    ['memory', sequences, memoryStore],
    ['IndexedDB', Math.ceil(sequences / 40), nextDatabase()],
  ] as const)(
    'the service does what the model of it does (%s store, %i sequences)',
    async (_, numRuns, makeStore) => {
      await fc.assert(
        fc.asyncProperty(fc.commands(commands, { maxCommands: 30, size: '+1' }), (run) =>
          holds(makeStore, run),
        ),
        { numRuns, seed },
      );
    },
    600_000,
  );
});

function nextDatabase(): () => Store {
  let count = 0;
  return () => indexedDbStore(`model-${count++}`);
}
