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
  /** The demo clock, for deadlines. */
  readonly now: number;
  /** The machine's clock, for time steps: authenticators use no other. */
  readonly machineNow: number;
}

type AuditNote = Pick<AuditEntry, 'actor' | 'subject' | 'workspaceId' | 'method' | 'sessionId'>;

/** What a flow that changes something can use. */
export interface Act extends View {
  /** Filled in by the flow; written with the outcome at its end. */
  readonly note: { -readonly [K in keyof AuditNote]: AuditNote[K] };
  readonly mail: (
    to: string,
    kind: MailKind,
    facts?: Mail['facts'],
    sealed?: Sealed,
  ) => Promise<void>;
}

/** Builds the view of a transaction: the caller, and both clocks. */
export async function viewOf(app: App, caller: Caller, tx: Tx): Promise<View> {
  const machineNow = app.ports.clock();
  const offset = (await tx.meta.get('clock'))?.value ?? 0;
  return { tx, caller, now: machineNow + offset, machineNow };
}

/** Reads one consistent state. Changes nothing. */
export const query = <R>(app: App, caller: Caller, work: (view: View) => Promise<R>): Promise<R> =>
  app.ports.store.read(async (tx) => work(await viewOf(app, caller, tx)));

/** Runs the guards of a command before expensive work; null if they refuse, which the command itself reports. */
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

/** Decides which audit logs show an entry. A personal entry belongs to the person's home. */
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
 * Runs one change: one transaction, one audit entry. A thrown Refusal commits what was written before it, such
 * as a counted attempt; any other error rolls back. `work` may await only the transaction:
 * do cryptography before, and check its inputs again inside.
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
