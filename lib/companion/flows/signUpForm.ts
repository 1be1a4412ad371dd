import type { Act } from '../command';
import { isAddress } from '../mechanism/addresses';
import { passwordRefusal } from '../mechanism/passwordPolicy';
import { refuse } from '../refusals';
import { userByAddress } from './guards';
import { forgetUser } from './forgetUser';

/** The fields of the sign-up form. */
export interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly confirm: string;
}

/**
 * Throws if the form is invalid. The password must not consist of the person's name, address or inviting
 * workspace.
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

/** Deletes an unfinished account of this address. Returns false if the address has a finished account. */
export async function removeUnfinishedAccount(act: Act, key: string): Promise<boolean> {
  const owner = await userByAddress(act, key);
  if (owner && owner.completedAt !== null) return false;
  if (owner) await forgetUser(act.tx, owner.id);
  return true;
}
