type FactType = 'boolean' | 'integer' | 'string' | 'strings';
type Rule = readonly [status: number, facts?: Readonly<Record<string, FactType>>];

const minutes = { minutes: 'integer' } as const;
/**
 * Whether another admin can reset the person's 2FA, so that the message may advise the person to ask that admin.
 */
const help = { adminCanHelp: 'boolean' } as const;

/**
 * Every refusal of the companion, with its HTTP status and the types of its facts. The messages are in the locale
 * files.
 */
export const refusals = {
  // Refusals of the request itself
  bad_request: [400],
  too_large: [400],
  not_found: [404],
  forbidden: [403],
  stale: [409],
  fault: [500],
  too_many: [429, { minutes: 'integer', seconds: 'integer' }],

  // Refusals at sign-in
  sign_in_failed: [401],
  locked: [429, minutes],
  signed_out: [401],
  reauth_required: [401, { methods: 'strings' }],
  challenge_expired: [410],
  google_failed: [401],

  // Refusals of codes
  malformed_code: [400],
  malformed_backup_code: [400],
  wrong_code: [400],
  authenticator_disabled: [403, help],
  clock_set_back: [409],
  no_backup_codes: [409],
  invite_expired: [410, help],

  // Refusals of two-factor authentication
  already_on: [409],
  not_on: [409],
  nothing_pending: [409],
  restarted: [409],
  pending_expired: [410],
  verify_email_first: [409],
  enforced: [403, { workspace: 'string' }],

  // Refusals of passwords
  no_password: [409],
  wrong_password: [400],
  password_mismatch: [400],
  password_unchanged: [400],
  password_too_short: [400, { least: 'integer' }],
  password_too_long: [400],
  password_common: [400],
  password_guessable: [400, { word: 'string' }],
  reset_expired: [410],

  // Refusals about people and workspaces
  link_expired: [410],
  no_such_user: [404],
  already_member: [409],
  bad_address: [400],
  enable_own_2fa_first: [409],
  not_yourself: [409],
  last_admin: [409],
  nothing_to_reset: [409],
  not_home: [403],
  two_factor_required: [403, { workspace: 'string' }],
  name_taken: [409],
} as const satisfies Record<string, Rule>;

export type RefusalCode = keyof typeof refusals;
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An expected failure. Writes made before the throw are committed. Any other error rolls back. */
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
}

export const refuse = (code: RefusalCode, facts?: RefusalFacts): Refusal =>
  new Refusal(code, facts);
