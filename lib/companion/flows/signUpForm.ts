import type { Act } from '../command';
import { isAddress } from '../mechanism/addresses';
import { passwordRefusal } from '../mechanism/passwordPolicy';
import { refuse } from '../refusals';
import { userByAddress } from './guards';
import { forgetUser } from './forgetUser';

/** Input of a new person. */
export interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly confirm: string;
}

/**
 * Validates a form and throws its errors. Also rejects a password that consists of the inviting workspace's
 * name.
 */
export function validateSignUpForm(
  { name, email, password, confirm }: SignUp,
  workspace = '',
): void {
  if (!isAddress(email)) throw refuse('bad_address');
  if (password !== confirm) throw refuse('password_mismatch');
  const words = [email.split('@')[0] ?? '', name, workspace];
  const refusal = passwordRefusal(password, { secondFactor: false, words });
  if (refusal) throw refusal;
}

/** Deletes an unfinished account at this address. Returns false if a finished one exists. */
export async function removeUnfinishedAccount(act: Act, key: string): Promise<boolean> {
  const owner = await userByAddress(act, key);
  if (owner && owner.completedAt !== null) return false;
  if (owner) await forgetUser(act.tx, owner.id);
  return true;
}
