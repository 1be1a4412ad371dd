import type { App, Caller } from '../App';
import { command, precheck, viewOf } from '../command';
import { signedIn } from './guards';
import { isElsewhere, noteUse, usedSession } from './sessionUse';

/** Reading pages counts as use: a session that only reads doesn't time out. */
export async function keepAlive(app: App, caller: Caller): Promise<void> {
  const due = await precheck(app, caller, async (view) => {
    const { session } = await signedIn(view);
    const used = usedSession(view, session);
    return used && { moved: isElsewhere(session, caller) };
  });
  if (!due) return;
  // A new browser is logged and mailed; anything else is routine.
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
