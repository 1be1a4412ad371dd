import { translateKey, type TranslationKey } from '../translateKey';

/** The translation key of each event. */
const keys = new Map<string, TranslationKey>(
  Object.entries({
    'address/verification-asked': 'companion.audit.events.address_verification_asked',
    'address/verified': 'companion.audit.events.address_verified',
    'demo/clock-moved': 'companion.audit.events.demo_clock_moved',
    'enforcement/on': 'companion.audit.events.enforcement_on',
    'enforcement/off': 'companion.audit.events.enforcement_off',
    'group/changed': 'companion.audit.events.group_changed',
    'group/created': 'companion.audit.events.group_created',
    'group/deleted': 'companion.audit.events.group_deleted',
    'member/invited': 'companion.audit.events.member_invited',
    'member/joined': 'companion.audit.events.member_joined',
    'member/declined': 'companion.audit.events.member_declined',
    'member/invitation-canceled': 'companion.audit.events.member_invitation_canceled',
    'member/sessions-ended': 'companion.audit.events.member_sessions_ended',
    'enforcement/continued': 'companion.audit.events.enforcement_continued',
    'session/browser-changed': 'companion.audit.events.session_browser_changed',
    'two-factor/backup-codes-seen': 'companion.audit.events.two_factor_backup_codes_seen',
    'member/left': 'companion.audit.events.member_left',
    'member/removed': 'companion.audit.events.member_removed',
    'member/disabled': 'companion.audit.events.member_disabled',
    'member/enabled': 'companion.audit.events.member_enabled',
    'member/two-factor-reset': 'companion.audit.events.member_two_factor_reset',
    'password-reset/asked': 'companion.audit.events.password_reset_asked',
    'password-reset/done': 'companion.audit.events.password_reset_done',
    'password-reset/forgotten': 'companion.audit.events.password_reset_forgotten',
    'password/changed': 'companion.audit.events.password_changed',
    'profile/deleted': 'companion.audit.events.profile_deleted',
    'profile/renamed': 'companion.audit.events.profile_renamed',
    'session/others-revoked': 'companion.audit.events.session_others_revoked',
    'session/revoked': 'companion.audit.events.session_revoked',
    'session/signed-out': 'companion.audit.events.session_signed_out',
    'session/workspace-switched': 'companion.audit.events.session_workspace_switched',
    'sign-in/canceled': 'companion.audit.events.sign_in_cancelled',
    'sign-in/challenge': 'companion.audit.events.sign_in_challenge',
    'sign-in/google': 'companion.audit.events.sign_in_google',
    'sign-in/password': 'companion.audit.events.sign_in_password',
    'sign-up/asked': 'companion.audit.events.sign_up_asked',
    'sign-up/invitation-accepted': 'companion.audit.events.sign_up_invitation_accepted',
    'sign-up/two-factor-on': 'companion.audit.events.sign_up_two_factor_on',
    'sign-up/two-factor-started': 'companion.audit.events.sign_up_two_factor_started',
    'sign-up/verified': 'companion.audit.events.sign_up_verified',
    'sudo/google': 'companion.audit.events.sudo_google',
    'sudo/password': 'companion.audit.events.sudo_password',
    'sudo/second-factor': 'companion.audit.events.sudo_second_factor',
    'two-factor/backup-codes-made': 'companion.audit.events.two_factor_backup_codes_made',
    'two-factor/canceled': 'companion.audit.events.two_factor_cancelled',
    'two-factor/off': 'companion.audit.events.two_factor_off',
    'two-factor/on': 'companion.audit.events.two_factor_on',
    'two-factor/started': 'companion.audit.events.two_factor_started',
  } satisfies Record<string, TranslationKey>),
);

/** Returns the label of an event. For an unknown event, returns the service's name of the event. */
export function auditEventLabel(event: string): string {
  const key = keys.get(event);
  return key === undefined ? event : translateKey(key, []);
}
