import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../lib/clock';
import { codeAt, groupCode, nextCode, type Otp, stepOf, timeLeft } from '../../lib/otp';
import type { EntrySummary, Vault } from '../../lib/vault';
import { batchReads } from './batchReads';
import { takeCode } from '../../lib/authenticator/fill';

export interface CodesDeps {
  readonly vault: Pick<Vault, 'get' | 'getMany' | 'update' | 'subscribe'>;
  readonly clock: Clock;
  /** The current time in whole seconds, in milliseconds since the Unix epoch. */
  readonly second: ReadonlySignal<number>;
}

/** The code of one account while it is on the screen. */
export interface LiveCode {
  /**
   * The code without grouping. Null until the secret is decrypted, and always for HOTP. Empty if the code can't
   * be computed.
   */
  readonly code: ReadonlySignal<string | null>;
  /** The next code in the last seconds of a time step, otherwise null. */
  readonly next: ReadonlySignal<string | null>;
  /** The previous code in the first seconds after the code changed on the screen, otherwise null. */
  readonly previous: ReadonlySignal<string | null>;
  /** The number of the time step; 0 for HOTP. */
  readonly step: ReadonlySignal<number>;
  /** The remaining fraction of the time step, from 1 to 0. */
  readonly left: ReadonlySignal<number>;
  /** Drops the decrypted secret. */
  readonly close: () => void;
}

/** How long before the end of a time step the next code appears, in milliseconds. */
const endingTime = 5000;

/**
 * How long the previous code stays readable after a change, in milliseconds, because a person may still be typing
 * it.
 */
const previousTime = 8000;

/** How soon a second request for the next HOTP code is a double click, in milliseconds. */
const doubleClickTime = 500;

export type Codes = ReturnType<typeof createCodes>;

/** Computes the codes of accounts on the screen. A secret is decrypted only when its row appears. */
export function createCodes({ vault, clock, second }: CodesDeps) {
  const read = batchReads(vault);
  const prepared = new Map<string, Otp>();
  // The vault notifies about locks and about changes by other pages.
  vault.subscribe(() => prepared.clear());
  // When the next code of an account was last requested.
  const requested = new Map<string, number>();
  const requesting = new Set<string>();
  const take = (entry: Pick<EntrySummary, 'id' | 'otp'>): Promise<string> =>
    takeCode({ vault, codeAt, clock }, entry);
  const taken = (id: string) => {
    const secret = prepared.get(id) ?? null;
    prepared.delete(id);
    return secret;
  };
  return {
    group: groupCode,
    /** Reads the secrets of rows that will be rendered next, so that the rows appear with their codes. */
    async prepare(entries: readonly Pick<EntrySummary, 'id' | 'otp'>[]): Promise<void> {
      const ids = entries.filter((entry) => entry.otp.kind !== 'hotp').map(({ id }) => id);
      // If the secrets can't be read together, each row reads its own secret and reports its own error.
      const whole = await vault.getMany(ids).catch(() => []);
      for (const { id, otp: secret } of whole) prepared.set(id, secret);
    },
    open(entry: Pick<EntrySummary, 'id' | 'otp'>): LiveCode {
      const secret = signal<Otp | null | 'failed'>(taken(entry.id));
      const timed = entry.otp.kind !== 'hotp';
      const step = computed(() => (timed ? stepOf(entry.otp, second.value) : 0));
      const left = computed(() =>
        timed ? timeLeft(entry.otp, second.value) / (entry.otp.period * 1000) : 1,
      );
      const ending = computed(() => timed && timeLeft(entry.otp, second.value) <= endingTime);
      const first = step.peek();
      const isRecent = computed(
        () =>
          step.value > first &&
          entry.otp.period * 1000 - timeLeft(entry.otp, second.value) < previousTime,
      );
      const show = (make: typeof codeAt, at = step.value) => {
        const held = secret.value;
        if (held === null || held === 'failed') return held && '';
        try {
          return make(held, at * entry.otp.period * 1000);
        } catch {
          return '';
        }
      };
      // An HOTP code is computed only on request, because each code can be shown only once.
      if (timed && secret.value === null)
        read(entry.id).then(
          (whole) => (secret.value = whole.otp),
          () => (secret.value = 'failed'),
        );
      return {
        code: computed(() => show(codeAt)),
        next: computed(() => (ending.value ? show(nextCode) : null)),
        previous: computed(() => (isRecent.value ? show(codeAt, step.value - 1) : null)),
        step,
        left,
        close: () => (secret.value = null),
      };
    },
    /** Returns the current code of an account for copying or filling. For HOTP, returns the next code. */
    take,
    /**
     * Returns the next HOTP code for a press of its button. Returns null for the second press of a double click and
     * while a code is being requested, because each code uses up a counter.
     */
    async next(entry: Pick<EntrySummary, 'id' | 'otp'>): Promise<string | null> {
      const now = clock();
      const since = Math.abs(now - (requested.get(entry.id) ?? -Infinity));
      if (requesting.has(entry.id) || since < doubleClickTime) return null;
      requesting.add(entry.id);
      try {
        const code = await take(entry);
        requested.set(entry.id, now);
        return code;
      } finally {
        requesting.delete(entry.id);
      }
    },
  };
}
