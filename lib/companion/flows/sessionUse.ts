import type { Caller } from '../App';
import type { Act, View } from '../command';
import { policy } from '../policy';
import type { Session, User } from '../records';
import { endOfSession } from './expiry';

export interface SignedIn {
  readonly session: Session;
  readonly user: User;
}

type Known = Pick<User, 'clients' | 'devices'>;

/**
 * Whether a browser is new to the account. Compares the client id, or the device label if the browser sends no
 * id.
 */
export const isNewClient = ({ clients, devices }: Known, { client, device }: Caller): boolean =>
  client === null ? !devices.includes(device) : !clients.includes(client);

/** Adds the caller's client and device to the user's known clients and devices. Returns the changed user. */
export const withClient = (user: User, { client, device }: Caller): User => ({
  ...user,
  clients:
    client === null || user.clients.includes(client)
      ? user.clients
      : [...user.clients, client].slice(-policy.knownClients),
  devices: user.devices.includes(device)
    ? user.devices
    : [...user.devices, device].slice(-policy.knownClients),
});

export const isElsewhere = ({ client, device, address }: Session, caller: Caller): boolean =>
  client !== caller.client || device !== caller.device || address !== caller.address;

/**
 * Returns the session with this use recorded, or null if nothing needs to be stored. A use is stored at most once
 * a minute, except when the browser changed or a new token is used for the first time.
 */
export function usedSession({ caller, now }: View, session: Session): Session | null {
  const isFirstUse = session.previousHash !== null && session.tokenHash === caller.tokenHash;
  const isDue = !caller.passive && now - session.lastSeenAt >= policy.session.touchEvery;
  if (!isFirstUse && !isDue && !isElsewhere(session, caller)) return null;
  const lastSeenAt = isDue ? now : session.lastSeenAt;
  return {
    ...session,
    previousHash: isFirstUse ? null : session.previousHash,
    device: caller.device,
    client: caller.client,
    address: caller.address,
    lastSeenAt,
    expiresAt: endOfSession(lastSeenAt, session.createdAt),
  };
}

/** Stores the use of a session. Mails the owner if the browser is new to the account. */
export async function noteUse(act: Act, { session, user }: SignedIn): Promise<SignedIn> {
  const used = usedSession(act, session);
  if (!used) return { session, user };
  await act.tx.sessions.put(used);
  if (!isElsewhere(session, act.caller) || !isNewClient(user, act.caller))
    return { session: used, user };
  await act.mail(user.email, 'new-device', { device: act.caller.device });
  const known = withClient(user, act.caller);
  await act.tx.users.put(known);
  return { session: used, user: known };
}
