import { expect } from 'vitest';
import { command, type Real } from './Command';
import { freshLock, type Model } from './Model';
import { day, minute } from '../support';

/** Makes the admin's session and proofs fresh. */
async function attend({ world, adminSession }: Real): Promise<void> {
  const now = world.now();
  const fresh = { createdAt: now, lastSeenAt: now, authAt: now, factorAt: now };
  await world.store.write((tx) => tx.sessions.put({ ...adminSession, ...fresh }));
}

/** Replaces the member's second factor in the model with the mailed secret. */
async function mailed(model: Model, real: Real, state: 'invited' | 'reset'): Promise<void> {
  const secretKey = await real.world.mailedKey(real.world.person('member').email);
  const ends = real.world.now() + 7 * day;
  model.factor = { state, secretKey, last: 0, codes: null, seen: true, ends };
  model.acceptedSteps.set(secretKey, []);
  if (state === 'reset') model.pending = null;
  freshLock(model);
}

export const enforce = (on: boolean) =>
  command(`enforce ${on ? 'on' : 'off'}`, async (model, real) => {
    await attend(real);
    const response = await real.world.enforce(real.admin, on);
    model.commands += 1;
    expect(response.ok).toBe(model.enforced !== on);
    if (!response.ok) return;
    model.enforced = on;
    const lacks = !model.factor || model.factor.state === 'invited';
    if (on && lacks) await mailed(model, real, 'invited');
    if (!on && model.factor?.state === 'invited') model.factor = null;
  });

export const reset = () =>
  command('admin resets', async (model, real) => {
    await attend(real);
    const { world, admin, user } = real;
    const param = { workspace: await world.workspaceId(admin), user };
    const api = admin.api.workspaces[':workspace'].members[':user'];
    const response = await api['two-factor-secret'].$post({ param });
    model.commands += 1;
    const may = model.factor !== null && world.now() - model.resetAt >= 5 * minute;
    expect(response.ok).toBe(may);
    if (!response.ok) return;
    model.resetAt = world.now();
    model.challenges = [];
    if (model.factor?.state === 'invited') return mailed(model, real, 'invited');
    model.sessions = [null, null];
    return mailed(model, real, 'reset');
  });
