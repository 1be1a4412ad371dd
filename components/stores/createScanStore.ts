import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Otp } from '../../lib/otp';
import type { QrReading } from '../../lib/qr';
import type { Vault } from '../../lib/vault';
import {
  type Candidate,
  type Choice,
  findExisting,
  type Findings,
  joinParts,
  mergeReadings,
  type PinReader,
  type Saved,
  saveSelected,
  sharesName,
  withPin,
} from '../../lib/authenticator/import';
import type { Found, ScanState, ScanSource } from './ScanState';

export interface ScanTarget {
  readonly pictures: readonly ScanSource[];
  /** Other pictures of the same scene. Read only if the first pictures contain no code. */
  readonly fallbacks?: readonly ScanSource[];
  /** Texts that were found besides the pictures. */
  readonly texts?: readonly string[];
  /** The host of the page that shows the pictures. Empty or absent if unknown. */
  readonly host?: string;
}

export interface ScanDeps {
  readonly vault: Pick<Vault, 'list' | 'getMany' | 'importEntries'>;
  readonly read: (source: ScanSource, signal: AbortSignal) => Promise<QrReading>;
  readonly interpret: (
    texts: readonly string[],
    held: readonly string[],
  ) => Findings | Promise<Findings>;
  /** Stores the codes of incomplete exports, so that the codes of one export can be scanned in several pages. */
  readonly parts: {
    readonly read: () => Promise<readonly string[]>;
    readonly write: (uris: readonly string[]) => Promise<void>;
  };
  readonly pins: PinReader;
  readonly codeAt: (otp: Otp, now: number) => string;
  readonly groupCode: (code: string) => string;
  readonly second: ReadonlySignal<number>;
  /** Called if a single account was saved from a page of this host. */
  readonly onScanned: (scanned: { readonly id: string; readonly host: string }) => Promise<void>;
}

const nothingSaved: Saved = { count: 0, ids: [], undo: () => Promise.resolve() };

export type ScanStore = ReturnType<typeof createScanStore>;

const isEmpty = ({ codes, parts }: QrReading) => codes.length + parts.length === 0;

/** Holds one scan, from the picture to the vault: reading, result and saving. */
export function createScanStore(deps: ScanDeps) {
  const state = signal<ScanState>({ step: 'idle' });
  let work: AbortController | null = null;
  let host = '';

  /** Starts a scan that replaces the previous one. Results of the previous scan are ignored. */
  async function run(look: (ended: AbortSignal) => Promise<ScanState>): Promise<void> {
    work?.abort();
    const mine = new AbortController();
    work = mine;
    host = '';
    state.value = { step: 'looking' };
    const next = await look(mine.signal).catch((error: unknown): ScanState => ({
      step: 'failed',
      error,
    }));
    if (!mine.signal.aborted) state.value = next;
  }

  async function understand(
    texts: readonly string[],
    seen: Partial<Pick<Found, 'unread' | 'seen' | 'incomplete' | 'truncated'>> = {},
  ): Promise<ScanState> {
    const findings = await deps.interpret(texts, await deps.parts.read());
    await deps.parts.write(findings.held);
    const known = await findExisting(deps.vault, findings.accounts, sharesName);
    const candidates = findings.accounts.map((account, id): Candidate => ({
      id,
      account,
      known: known[id] ?? null,
      choice: (known[id]?.same ?? 'names') === 'names' ? 'add' : 'skip',
      asksPin: deps.pins.needsPin(account.otp),
    }));
    const { unreadable, batches, others } = findings;
    const none = { unread: 0, seen: null, incomplete: [], truncated: false };
    return { step: 'found', candidates, unreadable, batches, others, ...none, ...seen };
  }

  /** Reads pictures one after another. Counts unreadable pictures. Throws if no picture is readable. */
  async function readAll(
    { pictures, fallbacks = [], texts = [] }: ScanTarget,
    ended: AbortSignal,
  ): Promise<ScanState> {
    const first = await readEach(pictures, ended);
    const found = texts.length > 0 || !isEmpty(first.reading);
    const { reading, failures } = found ? first : await readEach(fallbacks, ended, first);
    const seen = (found ? null : fallbacks.at(-1)) ?? pictures.at(-1) ?? null;
    if (texts.length > 0 || !isEmpty(reading)) {
      const all = [...texts, ...reading.codes.map(({ text }) => text)];
      const { incomplete } = joinParts(reading.parts);
      const { truncated } = reading;
      return understand(all, { unread: failures.length, seen, incomplete, truncated });
    }
    const tried = pictures.length + (found ? 0 : fallbacks.length);
    if (failures.length > 0 && failures.length === tried) throw failures[0];
    return { step: 'nothing', seen };
  }

  async function readEach(
    sources: readonly ScanSource[],
    ended: AbortSignal,
    before: { readonly failures: readonly unknown[] } = { failures: [] },
  ) {
    const readings: QrReading[] = [];
    const failures = [...before.failures];
    for (const source of sources) {
      try {
        readings.push(await deps.read(source, ended));
      } catch (error) {
        ended.throwIfAborted();
        failures.push(error);
      }
    }
    return { reading: mergeReadings(readings), failures };
  }

  function change(id: number, patch: (before: Candidate) => Partial<Candidate>): void {
    if (state.value.step !== 'found') return;
    const candidates = state.value.candidates.map((each) =>
      each.id === id ? { ...each, ...patch(each) } : each,
    );
    state.value = { ...state.value, candidates };
  }

  return {
    state: computed(() => state.value),
    /**
     * Scans the target that `take` returns: a screenshot with the links of its page, files, or a camera frame.
     */
    look: (take: () => Promise<ScanTarget>) =>
      run(async (ended) => {
        const target = await take();
        ended.throwIfAborted();
        host = target.host ?? '';
        return readAll(target, ended);
      }),
    /** Scans texts, such as links, instead of pictures. */
    readTexts: (texts: readonly string[]) => run(() => understand(texts)),
    choose: (id: number, choice: Choice) => change(id, () => ({ choice })),
    rename: (id: number, names: { readonly issuer?: string; readonly account?: string }) =>
      change(id, ({ account }) => ({ account: { ...account, ...names } })),
    setPin: (id: number, pin: string) =>
      change(id, ({ account }) => ({ account: withPin(deps.pins, account, pin) })),
    /** Returns the current code of a candidate in groups of digits, or an empty text if there is none. */
    codeOf: ({ account: { otp } }: Candidate): string => {
      try {
        return deps.groupCode(deps.codeAt(otp, deps.second.value));
      } catch {
        return '';
      }
    },
    /** Saves the selected accounts and resets the scan. Returns their number and the undo. */
    async save(): Promise<Saved> {
      if (state.value.step !== 'found') return nothingSaved;
      const saved = await saveSelected(deps.vault, state.value.candidates);
      const [id] = saved.ids;
      if (id !== undefined && saved.count === 1 && host !== '') await deps.onScanned({ id, host });
      state.value = { step: 'idle' };
      return saved;
    },
    /** Cancels the scan and drops its result. */
    cancel() {
      work?.abort();
      state.value = { step: 'idle' };
    },
  };
}
