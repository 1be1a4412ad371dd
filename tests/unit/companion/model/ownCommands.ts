import { expect } from 'vitest';
import { browserOf, command } from './Command';
import { endOthers, freshLock, isProven, stepOf, useSession } from './Model';
import { minute, wrongCode } from '../support';

export const start = (index: number) =>
  command(`start (${index})`, async (model, real) => {
    const now = real.world.now();
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

export const verify = (index: number, right: boolean) =>
  command(`verify ${right ? 'rightly' : 'wrongly'} (${index})`, async (model, real) => {
    const now = real.world.now();
    const session = useSession(model, index, now);
    const { pending } = model;
    const key = pending?.secretKey ?? 'AAAA AAAA AAAA AAAA';
    const typed = right ? real.world.code(key) : wrongCode(key, now);
    const response = await browserOf(real, index).verify(pending?.enrolment ?? 'none', typed);
    model.commands += 1;
    const may =
      right &&
      session &&
      pending?.session === session &&
      pending.ends > now &&
      isProven(model, session, now);
    expect(response.ok).toBe(Boolean(may));
    if (!response.ok || !session || !pending) return;
    const codes = new Set(pending.codes);
    const last = stepOf(now);
    model.factor = { state: 'on', secretKey: key, last, codes, seen: true, ends: null };
    model.acceptedSteps.set(key, [last]);
    model.pending = null;
    model.challenges = [];
    freshLock(model);
    endOthers(model, session);
    Object.assign(session, { seen: now, factor: now });
  });

export const cancel = (index: number) =>
  command(`cancel (${index})`, async (model, real) => {
    const session = useSession(model, index, real.world.now());
    const response = await browserOf(real, index).cancel();
    model.commands += 1;
    expect(response.ok).toBe(session !== null);
    if (session && model.pending?.session === session) model.pending = null;
  });

export const disable = (index: number) =>
  command(`disable (${index})`, async (model, real) => {
    const now = real.world.now();
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

export const regenerate = (index: number) =>
  command(`new backup codes (${index})`, async (model, real) => {
    const now = real.world.now();
    const session = useSession(model, index, now);
    const response = await browserOf(real, index).regenerate();
    model.commands += 1;
    const may = session && model.factor?.state === 'on' && isProven(model, session, now);
    expect(response.ok).toBe(Boolean(may));
    if (!response.ok || !session || !model.factor) return;
    const { backupCodes } = await response.json();
    model.factor.codes = new Set(backupCodes);
    model.factor.seen = false;
    model.shown.push(...backupCodes);
    endOthers(model, session);
    session.seen = now;
  });

export const sudo = (index: number) =>
  command(`sudo by password (${index})`, async (model, real) => {
    const { world } = real;
    const now = world.now();
    const session = useSession(model, index, now);
    model.sudoTries = model.sudoTries.filter((at) => at > now - minute);
    const may = session !== null && model.sudoTries.length < 10;
    const response = await browserOf(real, index).sudoPassword(world.person('member').password);
    model.commands += 1;
    expect(response.ok).toBe(may);
    if (session && may) {
      model.sudoTries.push(now);
      Object.assign(session, { seen: now, auth: now });
    }
  });

export const signOut = (index: number) =>
  command(`sign out (${index})`, async (model, real) => {
    const session = useSession(model, index, real.world.now());
    const response = await browserOf(real, index).signOut();
    model.commands += 1;
    expect(response.ok).toBe(session !== null);
    model.sessions[index] = null;
  });
