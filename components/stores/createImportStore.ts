import { computed, signal } from '@preact/signals';
import { AppError } from '../../lib/errors';
import type { ReadResult, UnreadableRow } from '../../lib/transfer';
import type { Vault } from '../../lib/vault';
import { findExisting, sameKind } from '../../lib/authenticator/import';
import type { FileReading, ImportFile, ImportRow, ImportState } from './ImportState';
import { type PinReader, saveSelected, withPin } from '../../lib/authenticator/import';
import type { Choice } from '../../lib/authenticator/import';

export interface ImportDeps {
  readonly vault: Pick<Vault, 'list' | 'getMany' | 'importEntries'>;
  readonly pins: PinReader;
  readonly read: (
    file: ImportFile,
    password: string | null,
    hooks: ReadHooks,
  ) => Promise<ReadResult>;
}

export interface ReadHooks {
  readonly signal: AbortSignal;
  /** Called with the milliseconds that what begins now may take, or null where nobody knows. */
  readonly onEstimate: (time: number | null) => void;
}

export type ImportStore = ReturnType<typeof createImportStore>;

/** An import from the files to the vault. Nothing is written before `save`, and then all at once. */
export function createImportStore({ vault, pins, read }: ImportDeps) {
  const state = signal<ImportState>({ step: 'idle' });
  let waiting: readonly ImportFile[] = [];
  let readings: readonly FileReading[] = [];
  let failures: readonly UnreadableRow[] = [];
  let work = new AbortController();

  const forget = () => {
    work.abort();
    work = new AbortController();
    [waiting, readings, failures] = [[], [], []];
  };

  /** Reads what is waiting, one file after another, until one needs a password or all are read. */
  async function proceed(password: string | null): Promise<void> {
    const { signal: ended } = work;
    const [file, ...rest] = waiting;
    if (!file) {
      await preview(ended).catch((error: unknown) => {
        if (!ended.aborted) state.value = { step: 'failed', name: '', error };
      });
      return;
    }
    const onEstimate = (estimate: number | null) => {
      if (!ended.aborted) state.value = { step: 'reading', name: file.name, estimate };
    };
    const ask = (app: string, wrong: boolean) => {
      const canSkip = rest.length + readings.length > 0;
      state.value = { step: 'password', name: file.name, app, wrong, canSkip };
    };
    onEstimate(null);
    try {
      const result = await read(file, password, { signal: ended, onEstimate });
      ended.throwIfAborted();
      if (result.kind === 'needs-password') {
        ask(result.app, false);
        return;
      }
      readings = [...readings, result];
    } catch (error) {
      if (ended.aborted) return;
      if (error instanceof AppError && error.code === 'format/wrong-password') {
        ask('', true);
        return;
      }
      if (rest.length + readings.length + failures.length === 0) {
        const isBackup = error instanceof AppError && error.code === 'format/own-backup';
        state.value = isBackup
          ? { step: 'backup', file }
          : { step: 'failed', name: file.name, error };
        return;
      }
      const { code, facts } = error instanceof AppError ? error : new AppError('unexpected');
      failures = [...failures, { name: file.name, reason: code, facts }];
    }
    waiting = rest;
    await proceed(null);
  }

  async function preview(ended: AbortSignal): Promise<void> {
    const found = readings.flatMap(({ app, accounts }) =>
      accounts.map((account) => ({ app, account })),
    );
    const known = await findExisting(
      vault,
      found.map(({ account }) => account),
      sameKind,
    );
    if (ended.aborted) return;
    const seen = new Set<string>();
    const rows = found.map(({ app, account }, id): ImportRow => {
      const secret = `${account.otp.kind} ${account.otp.secret.join()}`;
      const isNew = (known[id]?.same ?? 'names') === 'names' && !seen.has(secret);
      seen.add(secret);
      const choice = isNew ? 'add' : 'skip';
      const asksPin = pins.needsPin(account.otp);
      return { id, app, account, known: known[id] ?? null, choice, asksPin };
    });
    const unreadable = [...readings.flatMap((reading) => reading.unreadable), ...failures];
    state.value = { step: 'preview', rows, unreadable, missing: missingOf(readings) };
  }

  function change(has: (row: ImportRow) => boolean, patch: (row: ImportRow) => Partial<ImportRow>) {
    if (state.value.step !== 'preview') return;
    const rows = state.value.rows.map((row) => (has(row) ? { ...row, ...patch(row) } : row));
    state.value = { ...state.value, rows };
  }

  return {
    state: computed(() => state.value),
    /** Reads files together; what was under way is given up. */
    async open(files: readonly ImportFile[]): Promise<void> {
      forget();
      waiting = files;
      if (files.length > 0) await proceed(null);
    },
    givePassword: (password: string) => proceed(password),
    /** Goes on without the file whose password is asked for. */
    async skipFile(): Promise<void> {
      waiting = waiting.slice(1);
      await proceed(null);
    },
    choose: (id: number, choice: Choice) =>
      change(
        (row) => row.id === id,
        () => ({ choice }),
      ),
    /** Takes all or none. What is to be replaced is taken already. */
    chooseAll: (on: boolean) =>
      change(
        ({ choice }) => (choice !== 'skip') !== on,
        () => ({ choice: on ? 'add' : 'skip' }),
      ),
    /** Makes one choice for all that conflict with an account of the vault. */
    chooseConflicts: (choice: Choice) => change(isConflict, () => ({ choice })),
    setPin: (id: number, pin: string) =>
      change(
        (row) => row.id === id,
        ({ account }) => ({ account: withPin(pins, account, pin) }),
      ),
    /** Gives up what is under way and forgets what was read. */
    cancel() {
      forget();
      state.value = { step: 'idle' };
    },
    /** Puts the chosen accounts into the vault in one transaction; `undo` takes them back in one. */
    async save(): Promise<{ count: number; undo: () => Promise<void> }> {
      if (state.value.step !== 'preview') throw new AppError('unexpected');
      const saved = await saveSelected(vault, state.value.rows);
      forget();
      state.value = { step: 'idle' };
      return saved;
    },
  };
}

/** Whether the vault has an account of these names or this secret that differs from it. */
export const isConflict = ({ known }: Pick<ImportRow, 'known'>): boolean =>
  known?.same === 'names' || known?.same === 'settings';

/** How many QR codes of Google's exports were not among the files. */
function missingOf(readings: readonly FileReading[]): number {
  const batches = readings.flatMap((reading) => reading.batches ?? []);
  const exports = new Map(batches.map((batch) => [`${batch.id} ${batch.size}`, batch.size]));
  const held = new Set(batches.map((batch) => `${batch.id} ${batch.size} ${batch.index}`));
  const whole = [...exports.values()].reduce((sum, size) => sum + size, 0);
  return Math.max(whole - held.size, 0);
}
