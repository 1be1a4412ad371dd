import type { Clock } from '../../clock';
import { fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import { createLists, listNames, type Lists } from '../entries/createLists';
import { trustedCast } from '../format/trustedCast';
import type { HealthReport } from '../health/Health';
import type { StorageArea } from '../storage/StorageArea';
import type { Exclusive } from '../VaultDeps';

/** An unlocked vault with its key. */
export interface Unlocked {
  readonly vault: string;
  readonly epoch: number;
  readonly key: Uint8Array;
}

/** What unlocking keeps in memory for all contexts of the extension, and nowhere else. */
export interface Session extends Lists {
  /** Returns null if the vault is locked or the time ran out. */
  current(): Promise<Unlocked | null>;
  /** Like `current`, but throws `vault/locked` instead of returning null. */
  require(): Promise<Unlocked>;
  /**
   * Starts a session. `idle`: milliseconds until it locks, or null to stay open until the browser closes. `free`: the
   * vault has no passphrase.
   */
  begin(unlocked: Unlocked, idle: number | null, free: boolean): Promise<void>;
  /** Whether the session started without a passphrase and none was set since. */
  isFree(): Promise<boolean>;
  /** Replaces the session's key after a rotation. */
  rekey(unlocked: Unlocked): Promise<void>;
  /** Extends the session. */
  extend(idle: number | null): Promise<void>;
  /** Milliseconds since the Unix epoch. Null if there is no deadline, or the vault is locked. */
  endsAt(): Promise<number | null>;
  end(): Promise<void>;
  report(): Promise<HealthReport | null>;
  saveReport(report: HealthReport): Promise<void>;
}

/** The session storage key of the vault key: present while the vault is open, removed by a lock. */
export const sessionKey = 'vault.key';
const reportName = 'vault.report';

/** How far a clock may be corrected backwards in an open session, in milliseconds. */
const clockTolerance = 60_000;

interface Stored {
  readonly vault: string;
  readonly epoch: number;
  readonly key: string;
  /** Milliseconds since the Unix epoch, or null. */
  readonly unlockUntil: number | null;
  /** How many milliseconds ahead the deadline was when it was set, or null. */
  readonly idle: number | null;
  readonly free: boolean;
}

/**
 * Every writer takes the session's lock, so that nothing removed by a lock is written again. `ended` is called
 * after every `end`.
 */
export function createSession(
  area: StorageArea,
  clock: Clock,
  exclusive: Exclusive,
  ended: () => void,
): Session {
  const alone = <T>(work: () => Promise<T>) => exclusive('session', work);
  const removeAll = () => area.remove([sessionKey, reportName, ...listNames]);
  const read = async <T>(name: string) =>
    trustedCast<T | undefined>((await area.get(name))[name]) ?? null;
  const put = (value: Stored) => area.set({ [sessionKey]: value });
  const deadline = (idle: number | null) => (idle === null ? null : clock() + idle);
  /**
   * Expired also if the clock is before the moment when the deadline was set: setting it back keeps nothing
   * open.
   */
  const over = ({ unlockUntil, idle }: Stored) =>
    unlockUntil !== null &&
    (clock() >= unlockUntil || clock() < unlockUntil - (idle ?? Infinity) - clockTolerance);

  async function stored(): Promise<Stored | null> {
    const value = await read<Stored>(sessionKey);
    return value && !over(value) ? value : null;
  }

  /** Writes only while the key is stored. */
  const whileUnlocked = (write: (value: Stored) => Promise<void>) =>
    alone(async () => {
      const value = await stored();
      if (value) await write(value);
    });

  async function current(): Promise<Unlocked | null> {
    const value = await read<Stored>(sessionKey);
    if (!value) return null;
    if (over(value)) {
      await alone(async () => {
        if (!(await stored())) await removeAll();
      });
      return null;
    }
    const key = fromBase64url(value.key);
    return key && { vault: value.vault, epoch: value.epoch, key };
  }

  return {
    current,
    async require() {
      const unlocked = await current();
      if (!unlocked) throw new AppError('vault/locked');
      return unlocked;
    },
    begin: ({ vault, epoch, key }, idle, free) =>
      alone(() =>
        put({ vault, epoch, key: toBase64url(key), unlockUntil: deadline(idle), idle, free }),
      ),
    isFree: async () => (await stored())?.free === true,
    rekey: ({ vault, epoch, key }) =>
      whileUnlocked((value) => put({ ...value, vault, epoch, key: toBase64url(key), free: false })),
    extend: (idle) =>
      whileUnlocked((value) => put({ ...value, unlockUntil: deadline(idle), idle })),
    endsAt: async () => (await stored())?.unlockUntil ?? null,
    end: () => alone(removeAll).then(ended),
    ...createLists(area, whileUnlocked),
    report: () => read<HealthReport>(reportName),
    saveReport: (report) => whileUnlocked(() => area.set({ [reportName]: report })),
  };
}
