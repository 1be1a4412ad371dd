import { expect } from 'vitest';
import { browserOf, command, type Real } from './Command';
import { stepOf, strike, succeed, type Model } from './Model';
import { minute, wrongCode, yes, type Browser } from '../support';

export const signIn = (index: number) =>
  command(`sign in (${index})`, async (model, real) => {
    const { world } = real;
    world.wait(1);
    const answer = await yes(browserOf(real, index).signIn(world.credentials('member')));
    model.commands += 1;
    // A challenge is required if and only if the member has a second factor, whatever the factor's state.
    expect(answer.state).toBe(model.factor ? 'challenge' : 'signed-in');
    if (answer.state === 'signed-in') {
      expect(model.enforced).toBe(false);
      const now = world.now();
      model.sessions[index] = { created: now, seen: now, auth: now, factor: 0 };
    } else {
      const ends = world.now() + 10 * minute;
      model.challenges.push({ browser: index, token: answer.challenge, tries: 0, ends });
      model.challenges = model.challenges.filter((each) => each.ends > world.now()).slice(-3);
    }
  });

/** Enters a code for a browser's newest challenge, and updates the model. */
async function answerChallenge(
  model: Model,
  real: Real,
  index: number,
  send: (browser: Browser, token: string) => ReturnType<Browser['code']>,
  expected: (now: number) => 'right' | 'wrong' | 'refused',
): Promise<boolean> {
  const now = real.world.now();
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
  const { backupCodes } = await response.json();
  if (model.factor && backupCodes) {
    expect(model.factor.state === 'on' && model.factor.seen).toBe(false);
    if (model.factor.state !== 'on') {
      // Activating a mailed secret ends all sessions, challenges and setups that were started without it.
      model.sessions = model.sessions.map(() => null);
      model.challenges = [];
      model.pending = null;
    }
    Object.assign(model.factor, {
      state: 'on',
      codes: new Set(backupCodes),
      ends: null,
      seen: false,
    });
    model.shown.push(...backupCodes);
  }
  model.sessions[index] = { created: now, seen: now, auth: now, factor: now };
  return true;
}

export const code = (index: number, steps: number | null) =>
  command(`code of step ${steps ?? 'none'} (${index})`, async (model, real) => {
    const { factor } = model;
    const key = factor?.secretKey ?? 'AAAA AAAA AAAA AAAA';
    const now = real.world.now();
    const typed = steps === null ? wrongCode(key, now) : real.world.code(key, steps);
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

export const backupCode = (index: number, which: number) =>
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
