import type { App, Caller } from './App';
import { countingTx } from './counting';
import { addressKey } from './mechanism/addresses';
import type { Sealed } from './mechanism/Sealed';
import type { AuditEntry, Mail, MailKind } from './records';
import { Refusal } from './refusals';
import type { Tx } from './store';

/** What a read-only flow can use. */
export interface View {
  readonly tx: Tx;
  readonly caller: Caller;
  /** The demo clock in milliseconds, for deadlines. */
  readonly now: number;
  /** The machine's clock in milliseconds, for TOTP time steps, because authenticators use the machine's clock. */
  readonly machineNow: number;
}

type AuditNote = Pick<AuditEntry, 'actor' | 'subject' | 'workspaceId' | 'method' | 'sessionId'>;

/** What a flow that writes can use. */
export interface Act extends View {
  /** The fields of the audit entry that the flow fills in. `command` adds the outcome and writes the entry. */
  readonly note: { -readonly [K in keyof AuditNote]: AuditNote[K] };
  readonly mail: (
    to: string,
    kind: MailKind,
    facts?: Mail['facts'],
    sealed?: Sealed,
  ) => Promise<void>;
}

/** Returns what a read-only flow can use: the transaction, the caller and both clocks. */
export async function viewOf(app: App, caller: Caller, tx: Tx): Promise<View> {
  const machineNow = app.ports.clock();
  const offset = (await tx.meta.get('clock'))?.value ?? 0;
  return { tx, caller, now: machineNow + offset, machineNow };
}

/** Runs `work` in a read-only transaction, which sees one consistent state. */
export const query = <R>(app: App, caller: Caller, work: (view: View) => Promise<R>): Promise<R> =>
  app.ports.store.read(async (tx) => work(await viewOf(app, caller, tx)));

/**
 * Runs a command's guards before expensive work. If a guard refuses, returns null, because the command runs the
 * guards again and reports the refusal.
 */
export async function precheck<R>(
  app: App,
  caller: Caller,
  guards: (view: View) => Promise<R>,
): Promise<R | null> {
  try {
    return await query(app, caller, guards);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function outcomeOf<R>(work: () => Promise<R>): Promise<{ value: R } | { refusal: Refusal }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

/**
 * Returns the index keys of an audit entry, which decide where the entry is listed. A personal entry is listed in
 * the person's home workspace.
 */
async function scopesOf(tx: Tx, note: AuditNote, event: string, id: string) {
  const person = note.subject ?? note.actor;
  const home = person === null ? null : ((await tx.users.get(person))?.homeId ?? null);
  const scope = note.workspaceId ?? home;
  const listed = (by: string | null) =>
    scope === null || by === null ? null : `${scope} ${by} ${id}`;
  return {
    scope: scope === null ? null : `${scope} ${id}`,
    scopeKind: listed(event.split('/')[0] ?? event),
    scopeSubject: listed(note.subject),
    scopeActor: listed(note.actor),
  };
}

/**
 * Runs one change in one transaction and writes one audit entry. If `work` throws a Refusal, the earlier writes
 * are committed, such as a counted attempt. Any other error rolls back. `work` may await only the transaction. Do
 * all cryptography before the command, and check inside `work` that the values used by the cryptography haven't
 * changed.
 */
export async function command<R>(
  app: App,
  event: string,
  caller: Caller,
  work: (act: Act) => Promise<R>,
): Promise<R> {
  const outcome = await app.ports.store.write(async (rawTx) => {
    const { tx, settle } = countingTx(rawTx);
    const view = await viewOf(app, caller, tx);
    const sequence = ((await tx.meta.get('sequence'))?.value ?? 0) + 1;
    let ids = 0;
    const nextId = () => `${String(sequence).padStart(10, '0')}-${String(ids++).padStart(4, '0')}`;
    const act: Act = {
      ...view,
      note: { actor: null, subject: null, workspaceId: null, method: null, sessionId: null },
      mail: (to, kind, facts = {}, sealed) => {
        const id = nextId();
        const toKey = addressKey(to);
        return app.ports.mailer(tx, {
          id,
          to,
          toKey,
          order: `${toKey} ${id}`,
          at: view.now,
          kind,
          facts,
          sealed: sealed ?? null,
        });
      },
    };
    const result = await outcomeOf(() => work(act));
    await settle();
    await tx.meta.put({ id: 'sequence', value: sequence });
    const id = nextId();
    await tx.audit.put({
      ...act.note,
      ...(await scopesOf(tx, act.note, event, id)),
      id,
      at: view.now,
      event,
      outcome: 'refusal' in result ? result.refusal.code : 'ok',
    });
    return result;
  });
  app.ports.announce(caller.page);
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.value;
}
