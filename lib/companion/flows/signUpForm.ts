import type { Act } from '../command';
import { isAddress } from '../mechanism/addresses';
import { passwordRefusal } from '../mechanism/passwordPolicy';
import { refuse } from '../refusals';
import { userByAddress } from './guards';
import { forgetUser } from './sweep';

/** What a new person says. */
export interface SignUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly confirm: string;
}

/** Throws what is wrong with a form, its password included: that must not be made of the inviting workspace's name either. */
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

/** An account that was begun and not finished makes way; a finished one is in the way. */
export async function removeUnfinishedAccount(act: Act, key: string): Promise<boolean> {
  const owner = await userByAddress(act, key);
  if (owner && owner.completedAt !== null) return false;
  if (owner) await forgetUser(act.tx, owner.id);
  return true;
}
