import type { App, Caller } from '../App';
import { command, precheck, viewOf } from '../command';
import { signedIn } from './guards';
import { isElsewhere, noteUse, usedSession } from './sessionUse';

/** Records a read request as use of the session, so that reading pages doesn't let the session time out. */
export async function keepAlive(app: App, caller: Caller): Promise<void> {
  const due = await precheck(app, caller, async (view) => {
    const { session } = await signedIn(view);
    const used = usedSession(view, session);
    return used && { moved: isElsewhere(session, caller) };
  });
  if (!due) return;
  // A change of the browser is logged, and mailed if the browser is new. Other uses are not logged.
  if (due.moved)
    await command(app, 'session/browser-changed', caller, async (act) => {
      const signed = await signedIn(act);
      act.note.subject = signed.user.id;
      act.note.sessionId = signed.session.id;
      await noteUse(act, signed);
    });
  else
    await app.ports.store.write(async (tx) => {
      const view = await viewOf(app, caller, tx);
      const used = usedSession(view, (await signedIn(view)).session);
      if (used) await tx.sessions.put(used);
    });
}
