import { policy } from './policy';

/**
 * Every answer of the companion that is a no: its HTTP status and its sentence. `$name` stands for a fact
 * that goes with it. A page may choose its own words by the code.
 */
export const refusals = {
  // the request itself
  bad_request: [400, 'This request is not in the form that the service reads.'],
  too_large: [400, 'This request is too large.'],
  not_found: [404, 'There is nothing here.'],
  forbidden: [403, 'You need the permission "Manage Account" for this.'],
  stale: [409, 'This was changed in another tab. Look at the new state and try again.'],
  fault: [500, 'Something went wrong. Nothing was changed; please try again.'],
  too_many: [429, 'Too many attempts. Try again in $minutes minutes.'],

  // sign-in
  sign_in_failed: [401, 'Incorrect email or password.'],
  locked: [429, 'Too many attempts. Try again in $minutes minutes.'],
  signed_out: [401, 'Your session has ended. Sign in again.'],
  reauth_required: [401, "Confirm that it's you to go on."],
  challenge_expired: [410, 'This sign-in has expired. Sign in again.'],
  google_failed: [401, 'No account signs in with this Google account.'],

  // codes
  malformed_code: [400, 'Enter the 6 digits of the code.'],
  malformed_backup_code: [400, 'Enter all 16 characters of the backup code.'],
  wrong_code: [400, 'Incorrect code. Check your authenticator app and try again.'],
  authenticator_disabled: [
    403,
    'Codes are turned off after too many wrong ones. Use a backup code, or ask a workspace admin.',
  ],
  no_backup_codes: [409, 'There are no backup codes for this account yet.'],
  invite_expired: [410, 'The mailed set-up has expired. Ask your workspace admin for a new one.'],

  // two-factor authentication
  already_on: [409, 'Two-factor authentication is already on.'],
  not_on: [409, 'Two-factor authentication is off.'],
  nothing_pending: [409, 'There is no set-up to verify. Start again.'],
  restarted: [409, 'The set-up was restarted in another tab. Go on there.'],
  pending_expired: [410, 'This set-up has expired. Start again.'],
  verify_email_first: [409, 'Verify your e-mail address first.'],
  enforced: [403, "Two-factor authentication is required by $workspace. You can't turn it off."],

  // passwords
  no_password: [409, 'This account signs in with Google. Change your Google password instead.'],
  wrong_password: [400, 'The current password is not right.'],
  password_mismatch: [400, 'The two new passwords are not the same.'],
  password_unchanged: [400, 'The new password is the same as the current one.'],
  password_too_short: [400, 'Use at least $least characters.'],
  password_too_long: [400, `Use at most ${policy.password.longest} characters.`],
  password_common: [400, 'This password is among the most common ones, which are tried first.'],
  password_guessable: [
    400,
    'This password is little more than "$word", which anyone would try for this account.',
  ],
  reset_expired: [410, 'This link has expired or was used. Ask for a new one.'],

  // people and workspaces
  link_expired: [410, 'This link has expired or was used.'],
  no_such_user: [404, 'There is no such member in this workspace.'],
  already_member: [409, 'This person is already a member.'],
  bad_address: [400, 'This is not an e-mail address.'],
  enable_own_2fa_first: [
    409,
    "You haven't set up 2FA for your own login. Protect your own login first.",
  ],
  not_yourself: [409, 'Use your own Security tab for this.'],
  last_admin: [409, 'The last member with "Manage Account" has to stay.'],
  nothing_to_reset: [409, 'This member has two-factor authentication off.'],
  belongs_elsewhere: [409, 'This person is in other workspaces too: remove instead of disable.'],
  name_taken: [409, 'There is already a group of this name.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;
export type RefusalFacts = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * A no. Inside a command it is thrown once all that shall be kept of the attempt is written: a refusal
 * commits, any other error rolls back.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
  ) {
    super(code);
  }

  get status() {
    return refusals[this.code][0];
  }

  get words(): string {
    return refusals[this.code][1].replace(/\$(\w+)/g, (_, fact: string) =>
      String(this.facts[fact] ?? ''),
    );
  }
}

export const refuse = (code: RefusalCode, facts?: RefusalFacts): Refusal =>
  new Refusal(code, facts);
