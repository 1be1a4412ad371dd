import type { Mail } from '../stores';
import { translateKey } from '../translateKey';

/** The translation keys of each kind of message. */
const stems = {
  'verify-address': 'verify_address',
  'address-in-use': 'address_in_use',
  'workspace-invite': 'workspace_invite',
  'workspace-joined': 'workspace_joined',
  'removed-from-workspace': 'removed_from_workspace',
  'account-disabled': 'account_disabled',
  'account-deleted': 'account_deleted',
  'password-changed': 'password_changed',
  'reset-asked': 'reset_asked',
  'reset-by-google': 'reset_by_google',
  'reset-done': 'reset_done',
  'two-factor-on': 'two_factor_on',
  'two-factor-off': 'two_factor_off',
  'backup-codes-made': 'backup_codes_made',
  'backup-code-used': 'backup_code_used',
  'new-device': 'new_device',
  locked: 'locked',
  'code-replayed': 'code_replayed',
  'clock-set-back': 'clock_set_back',
  'sessions-ended': 'sessions_ended',
  'enforcement-invite': 'enforcement_invite',
  'enforcement-off': 'enforcement_off',
  'admin-reset': 'admin_reset',
} as const satisfies Record<Mail['kind'], string>;

/** The facts in a message's text, in the order of its placeholders. */
const places: Partial<Record<Mail['kind'], readonly string[]>> = {
  'backup-code-used': ['device', 'left'],
  locked: ['minutes'],
  'verify-address': ['hours', 'service'],
  'address-in-use': ['service'],
  'workspace-invite': ['workspace', 'by', 'days'],
};

/**
 * Returns the facts for a message's placeholders. Most messages name only the workspace or the device that they
 * are about.
 */
function named({ kind, facts }: Mail): string[] {
  const names = places[kind] ?? ['workspace' in facts ? 'workspace' : 'device'];
  return names.map((name) => String(facts[name] ?? ''));
}

export const mailSubject = (mail: Mail): string =>
  translateKey(`companion.mail.${stems[mail.kind]}.subject`, named(mail));

export const mailBody = (mail: Mail): string =>
  translateKey(`companion.mail.${stems[mail.kind]}.body`, named(mail));
