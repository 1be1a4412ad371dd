import type { Clock } from '../../clock';
import { fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import { createLists, listNames, type Lists } from '../entries/createLists';
import { trustedCast } from '../format/trustedCast';
import type { HealthReport } from '../health/Health';
import type { StorageArea } from '../storage/StorageArea';
import type { Exclusive } from '../VaultDeps';

/** The vault key of an unlocked vault, with the vault's id and the epoch. */
export interface Unlocked {
  readonly vault: string;
  readonly epoch: number;
  readonly key: Uint8Array;
}

/**
 * What an unlocked vault keeps in session memory, shared by all contexts of the extension. Never stored on disk.
 */
export interface Session extends Lists {
  /** Returns the vault key, or null if the vault is locked or the session has expired. */
  current(): Promise<Unlocked | null>;
  /** Like `current`, but throws `vault/locked` instead of returning null. */
  require(): Promise<Unlocked>;
  /**
   * Starts a session. `idle` is the time until the vault locks in milliseconds, or null to stay unlocked until
   * the browser closes. `free` means that the vault has no passphrase.
   */
  begin(unlocked: Unlocked, idle: number | null, free: boolean): Promise<void>;
  /** Whether the vault had no passphrase at the start of the session and has none now. */
  isFree(): Promise<boolean>;
  /** Replaces the session's key after a rotation. */
  rekey(unlocked: Unlocked): Promise<void>;
  /** Restarts the inactivity timer with `idle` milliseconds, or stops it (null). */
  extend(idle: number | null): Promise<void>;
  /**
   * Returns when the vault locks, in milliseconds since the Unix epoch. Null if there is no deadline or the vault
   * is locked.
   */
  endsAt(): Promise<number | null>;
  end(): Promise<void>;
  report(): Promise<HealthReport | null>;
  saveReport(report: HealthReport): Promise<void>;
}

/** The session storage key of the vault key. A lock removes the value. */
export const sessionKey = 'vault.key';
const reportName = 'vault.report';

/** How far the clock may be set back during a session without ending it, in milliseconds. */
const clockTolerance = 60_000;

interface Stored {
  readonly vault: string;
  readonly epoch: number;
  readonly key: string;
  /** When the vault locks, in milliseconds since the Unix epoch; null for never. */
  readonly unlockUntil: number | null;
  /** Time from setting the deadline to the deadline, in milliseconds; null without a deadline. */
  readonly idle: number | null;
  readonly free: boolean;
}

/**
 * Creates the session. Every write takes the session's lock, so that nothing is written after a lock of the vault
 * removed the session. `ended` is called after every `end`.
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
   * Whether the session has expired. A session also expires if the clock is before the time when the deadline was
   * set, so that setting the clock back keeps no session open.
   */
  const over = ({ unlockUntil, idle }: Stored) =>
    unlockUntil !== null &&
    (clock() >= unlockUntil || clock() < unlockUntil - (idle ?? Infinity) - clockTolerance);

  async function stored(): Promise<Stored | null> {
    const value = await read<Stored>(sessionKey);
    return value && !over(value) ? value : null;
  }

  /** Runs a write only while the vault is unlocked. */
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
