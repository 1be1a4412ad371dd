import type { Act } from '../command';
import { policy } from '../policy';
import type { Tx } from '../store';
import { forgetUser } from './forgetUser';

/**
 * Deletes some expired rows of every table. Runs at every sign-in and sign-up to bound storage. The number of
 * rows per run is limited, because a person waits.
 */
export async function sweep({ tx, now }: Act): Promise<void> {
  const expired = { atMost: now - 1, limit: policy.swept };
  for (const { id } of await tx.sessions.range('expiresAt', expired)) await tx.sessions.delete(id);
  for (const { tokenHash } of await tx.challenges.range('expiresAt', expired))
    await tx.challenges.delete(tokenHash);
  for (const { userId } of await tx.pending.range('expiresAt', expired))
    await tx.pending.delete(userId);
  for (const { hash } of await tx.tokens.range('expiresAt', expired)) await tx.tokens.delete(hash);
  for (const { id } of await tx.invitations.range('expiresAt', expired))
    await tx.invitations.delete(id);
  for (const { id } of await tx.limits.range('expiresAt', expired)) await tx.limits.delete(id);
  for (const lock of await tx.locks.range('expiresAt', expired)) await deleteLock(tx, lock);
  const kept = { atMost: now - policy.auditKept, limit: policy.auditSwept };
  for (const { id } of await tx.audit.range('at', kept)) await tx.audit.delete(id);
  for (const { id } of await tx.users.range('purgeAt', { ...expired, atMost: now }))
    await forgetUser(tx, id);
}

async function deleteLock(
  tx: Tx,
  { id, strangerAt }: { readonly id: string; readonly strangerAt: number | null },
): Promise<void> {
  await tx.locks.delete(id);
  if (strangerAt === null) return;
  const value = ((await tx.meta.get('strangers'))?.value ?? 1) - 1;
  await tx.meta.put({ id: 'strangers', value });
}

/** Counts a new lock of an address without an account. Above the limit for these locks, deletes the oldest. */
export async function boundStrangerLocks(tx: Tx): Promise<void> {
  const value = ((await tx.meta.get('strangers'))?.value ?? 0) + 1;
  await tx.meta.put({ id: 'strangers', value });
  if (value <= policy.strangerLocks) return;
  for (const lock of await tx.locks.range('strangerAt', { limit: 1 })) await deleteLock(tx, lock);
}
