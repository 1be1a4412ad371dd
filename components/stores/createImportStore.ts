import { computed, signal } from '@preact/signals';
import {
  type Choice,
  type PinReader,
  saveSelected,
  selected,
  withPin,
} from '../../lib/authenticator/import';
import { AppError } from '../../lib/errors';
import type { ReadResult, UnreadableRow } from '../../lib/transfer';
import type { Vault } from '../../lib/vault';
import { type ColumnTools, createColumnsStep } from './createColumnsStep';
import type { FileReading, ImportFile, ImportRow, ImportState } from './ImportState';
import { importPreview } from './importPreview';

export interface ImportDeps {
  readonly vault: Pick<Vault, 'list' | 'getMany' | 'importEntries'>;
  readonly pins: PinReader;
  readonly columns: ColumnTools;
  readonly read: (file: ImportFile, key: FileKey, hooks: ReadHooks) => Promise<ReadResult>;
}

/** The password and key file for an encrypted file. */
export interface FileKey {
  /** The password that the user entered, or null. */
  readonly password: string | null;
  readonly keyFile: Uint8Array<ArrayBuffer> | null;
}

export interface ReadHooks {
  readonly signal: AbortSignal;
  /** Called before a key derivation with its expected duration in milliseconds, or with null if unknown. */
  readonly onEstimate: (time: number | null) => void;
}

export type ImportStore = ReturnType<typeof createImportStore>;

const noKey: FileKey = { password: null, keyFile: null };

/**
 * Holds an import, from the files to the vault. Nothing is written before `save`, which writes everything at
 * once.
 */
export function createImportStore({ vault, pins, read, columns }: ImportDeps) {
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

  /** Reads the waiting files one after another, until a file needs input or all files are read. */
  async function proceed(key: FileKey): Promise<void> {
    const { signal: ended } = work;
    const [file, ...rest] = waiting;
    if (!file) {
      const next = await importPreview({ vault, pins }, readings, failures).catch(
        (error: unknown) => ({ step: 'failed', name: '', error }) as const,
      );
      if (!ended.aborted) state.value = next;
      return;
    }
    const before = state.value;
    const onEstimate = (estimate: number | null) => {
      if (!ended.aborted) state.value = { step: 'reading', name: file.name, estimate };
    };
    const canSkip = rest.length + readings.length > 0;
    onEstimate(null);
    try {
      const result = await read(file, key, { signal: ended, onEstimate });
      ended.throwIfAborted();
      if (result.kind === 'needs-password') {
        state.value = { ...result, step: 'password', name: file.name, wrong: false, canSkip };
        return;
      }
      if (result.kind === 'needs-columns') {
        const step = await columnsStep.open(result);
        if (!ended.aborted) state.value = { ...step, name: file.name, canSkip };
        return;
      }
      // If a file in an archive needs input, that file is read on its own after the archive.
      const { members = [], ...reading } = result;
      waiting = [...members, ...rest];
      if (members.length === 0 || holdsAny(reading)) readings = [...readings, reading];
    } catch (error) {
      if (ended.aborted) return;
      if (error instanceof AppError && error.code === 'format/wrong-password') {
        const asked =
          before.step === 'password' ? before : { app: '', isGuess: false, takesKeyFile: false };
        state.value = { ...asked, step: 'password', name: file.name, wrong: true, canSkip };
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
      waiting = rest;
    }
    await proceed(noKey);
  }

  const columnsStep = createColumnsStep(columns, {
    state,
    async onRead(reading) {
      readings = [...readings, reading];
      waiting = waiting.slice(1);
      await proceed(noKey);
    },
  });

  function change(has: (row: ImportRow) => boolean, patch: (row: ImportRow) => Partial<ImportRow>) {
    if (state.value.step !== 'preview') return;
    const rows = state.value.rows.map((row) => (has(row) ? { ...row, ...patch(row) } : row));
    state.value = { ...state.value, rows };
  }

  return {
    state: computed(() => state.value),
    /** Reads several files together. Discards an import in progress. */
    async open(files: readonly ImportFile[]): Promise<void> {
      forget();
      waiting = files;
      if (files.length > 0) await proceed(noKey);
    },
    givePassword: (password: string, keyFile: Uint8Array<ArrayBuffer> | null = null) =>
      proceed({ password, keyFile }),
    /** Skips the file that needs a password or columns. */
    async skipFile(): Promise<void> {
      waiting = waiting.slice(1);
      await proceed(noKey);
    },
    /** The step that asks for the columns of a table. */
    columns: columnsStep,
    choose: (id: number, choice: Choice) =>
      change(
        (row) => row.id === id,
        () => ({ choice }),
      ),
    /**
     * Selects all of these accounts or none. An account that replaces an entry counts as selected already.
     */
    chooseAll: (ids: ReadonlySet<number>, on: boolean) =>
      change(
        ({ id, choice }) => ids.has(id) && (choice !== 'skip') !== on,
        (row) => ({ choice: on ? selected(row) : 'skip' }),
      ),
    /** Makes the same choice for all accounts that conflict with an account in the vault. */
    chooseConflicts: (choice: Choice) => change(isConflict, () => ({ choice })),
    setPin: (id: number, pin: string) =>
      change(
        (row) => row.id === id,
        ({ account }) => ({ account: withPin(pins, account, pin) }),
      ),
    /** Cancels the import and drops what was read. */
    cancel() {
      forget();
      state.value = { step: 'idle' };
    },
    /** Writes the selected accounts to the vault in one transaction. `undo` reverts them in one transaction. */
    async save(): Promise<{ count: number; undo: () => Promise<void> }> {
      if (state.value.step !== 'preview') throw new AppError('unexpected');
      const saved = await saveSelected(vault, state.value.rows);
      forget();
      state.value = { step: 'idle' };
      return saved;
    },
  };
}

const holdsAny = ({ accounts, unreadable, notes = [] }: FileReading): boolean =>
  accounts.length + unreadable.length + notes.length > 0;

/** Whether the vault has a different account with these names or this secret. */
export const isConflict = ({ known }: Pick<ImportRow, 'known'>): boolean =>
  known?.same === 'names' || known?.same === 'settings';
