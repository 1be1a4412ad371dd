import type { Entry, SecureVault } from '../../lib/vault';
import { draft } from '../support/draft';
import { fieldOf, issuerOf, textOf } from './syncJudge.mjs';

export type Device = 'c' | 'f';

/** An acknowledged change, as the ledger records it. */
export interface Change {
  readonly kind: 'add' | 'text' | 'tag' | 'counter' | 'use' | 'remove' | 'purge';
  readonly turn: number;
  readonly issuer: string;
  readonly tag?: string;
  readonly counter?: number;
  readonly code?: string;
}

/** Maximum number of accounts per browser and of tags per account, so that a long run doesn't slow down. */
const most = { accounts: 40, tags: 6 };

const codesEach = 10;

const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];

/** Returns an HOTP account if `turn` is even, otherwise a TOTP account. */
const draftOf = (issuer: string, turn: number) => {
  const plain = draft(issuer, '');
  return {
    ...plain,
    note: '',
    otp: {
      ...plain.otp,
      kind: turn % 2 === 0 ? ('hotp' as const) : ('totp' as const),
      secret: crypto.getRandomValues(new Uint8Array(20)),
    },
    backupCodes: Array.from({ length: codesEach }, (_, at) => ({
      code: `${issuer}-${at}`,
      usedAt: null,
    })),
  };
};

/** Makes random changes in a vault, one at a time. */
export function editing(vault: SecureVault, device: Device) {
  const field = fieldOf(device);
  const isOwn = (issuer: string, fate: string) => issuer.startsWith(`${fate}-${device}-`);

  async function add(fate: 'keep' | 'gone', turn: number): Promise<Change> {
    const issuer = issuerOf(fate, device, turn);
    await vault.add([draftOf(issuer, turn)]);
    return { kind: 'add', turn, issuer };
  }

  async function edit(one: Entry, turn: number): Promise<Change> {
    const { id, issuer } = one;
    const chance = Math.random();
    const free = one.backupCodes.find(({ usedAt }) => usedAt === null);
    if (chance < 0.25 && one.otp.kind === 'hotp') {
      let counter = 0;
      await vault.update(id, ({ otp }) => {
        counter = otp.counter + 1;
        return { otp: { ...otp, counter } };
      });
      return { kind: 'counter', turn, issuer, counter };
    }
    if (chance < 0.4 && free) {
      const { code } = free;
      const use = (now: number) => (backup: Entry['backupCodes'][number]) =>
        backup.code === code ? { code, usedAt: backup.usedAt ?? now } : backup;
      await vault.update(id, ({ backupCodes }) => ({
        backupCodes: backupCodes.map(use(Date.now())),
      }));
      return { kind: 'use', turn, issuer, code };
    }
    if (chance < 0.5 && one.tags.length < most.tags) {
      const tag = `${device}${turn}`;
      await vault.update(id, ({ tags }) => ({ tags: [...tags, tag] }));
      return { kind: 'tag', turn, issuer, tag };
    }
    await vault.update(id, () => ({ [field]: textOf(turn) }));
    return { kind: 'text', turn, issuer };
  }

  /** Makes one change and returns it once the vault has acknowledged it. */
  async function change(turn: number): Promise<Change> {
    const live = await vault.list();
    const kept = live.filter(({ issuer }) => issuer.startsWith('keep-'));
    const own = kept.filter(({ issuer }) => isOwn(issuer, 'keep'));
    const leaving = live.find(({ issuer }) => isOwn(issuer, 'gone'));
    const left = (await vault.trash.list()).find(({ issuer }) => isOwn(issuer, 'gone'));
    const chance = Math.random();
    if (kept.length === 0 || (chance < 0.2 && own.length < most.accounts)) return add('keep', turn);
    if (chance < 0.24) {
      if (left) {
        await vault.trash.purge([left.id]);
        return { kind: 'purge', turn, issuer: left.issuer };
      }
      if (!leaving) return add('gone', turn);
      await vault.remove([leaving.id]);
      return { kind: 'remove', turn, issuer: leaving.issuer };
    }
    const [one] = await vault.getMany([pick(kept)?.id ?? '']);
    if (!one) throw new Error('No account');
    return edit(one, turn);
  }

  return { add, change };
}
