import type { Clock } from '../../clock';
import { fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import { createLists, listNames, type Lists } from '../entries/createLists';
import { trustedCast } from '../format/trustedCast';
import type { HealthReport } from '../health/Health';
import type { StorageArea } from '../storage/StorageArea';
import type { Exclusive } from '../VaultDeps';

/** What an unlocked vault is: its key, and until when it may be used. */
export interface Unlocked {
  readonly vault: string;
  readonly epoch: number;
  readonly key: Uint8Array;
}

/** What unlocking leaves in memory for all contexts of the extension, and nowhere else. */
export interface Session extends Lists {
  /** Null when locked or when the time ran out. */
  current(): Promise<Unlocked | null>;
  /** Throws `vault/locked`. */
  require(): Promise<Unlocked>;
  /** `idle` in milliseconds; null: until the browser ends. `free`: no person's key was needed. */
  begin(unlocked: Unlocked, idle: number | null, free: boolean): Promise<void>;
  /** Whether it began so, and no passphrase was set since. */
  isFree(): Promise<boolean>;
  /** Another key for the same session, as after a rotation: a person holds it. */
  rekey(unlocked: Unlocked): Promise<void>;
  /** Puts off the end. */
  extend(idle: number | null): Promise<void>;
  /** Milliseconds since the Unix epoch; null: no end, or locked. */
  endsAt(): Promise<number | null>;
  end(): Promise<void>;
  report(): Promise<HealthReport | null>;
  saveReport(report: HealthReport): Promise<void>;
}

/** Where the session's storage has the key: there while the vault is open, gone with a lock. */
export const sessionKey = 'vault.key';
const reportName = 'vault.report';

/** Milliseconds by which a clock may be corrected backwards in an open session. */
const clockTolerance = 60_000;

interface Stored {
  readonly vault: string;
  readonly epoch: number;
  readonly key: string;
  /** Milliseconds since the Unix epoch, or null. */
  readonly unlockUntil: number | null;
  /** Milliseconds that the deadline was ahead when it was set, or null. */
  readonly idle: number | null;
  readonly free: boolean;
}

/**
 * Every writer takes the session's lock: nothing that a lock removed can come back behind it. `ended` is called
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
  /** Past the deadline, or before the moment when it was set: a clock that was set back keeps nothing open. */
  const over = ({ unlockUntil, idle }: Stored) =>
    unlockUntil !== null &&
    (clock() >= unlockUntil || clock() < unlockUntil - (idle ?? Infinity) - clockTolerance);

  async function stored(): Promise<Stored | null> {
    const value = await read<Stored>(sessionKey);
    return value && !over(value) ? value : null;
  }

  /** Writes only beside a key that is still there. */
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
