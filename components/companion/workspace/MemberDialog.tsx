import type { Member, WorkspaceRef } from '../stores';
import { t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { ConfirmDialog, type ConfirmDialogProps } from '../ConfirmDialog';

export type MemberAction = 'secret' | 'sessions' | 'disable' | 'remove';

export interface MemberDialogProps {
  readonly action: MemberAction;
  readonly member: Member;
  readonly workspace: WorkspaceRef;
  readonly onClose: () => void;
}

type Question = Omit<ConfirmDialogProps, 'onClose'>;

/** Asks before an action on a member's account or membership. */
export function MemberDialog({ action, member, workspace, onClose }: MemberDialogProps) {
  const { workspace: store } = useCompanion();
  const { id, name, email } = member;
  const questions: Record<MemberAction, () => Question> = {
    secret: () => ({
      title: t('companion.users.emailTitle', [name]),
      confirm: t('companion.users.emailConfirm'),
      act: () => store.emailNewSecret(id),
      done: t('companion.users.emailed', [email]),
      children: hasFactor(member)
        ? t('companion.users.emailText', [email])
        : t('companion.users.emailTextInvited', [email]),
    }),
    sessions: () => ({
      danger: true,
      title: t('companion.users.endSessionsTitle', [name]),
      confirm: t('companion.users.endSessions'),
      act: () => store.endSessions(id),
      done: t('companion.users.endedSessions', [name]),
      children: t('companion.users.endSessionsText'),
    }),
    remove: () => ({
      danger: true,
      title: t('companion.users.removeTitle', [name]),
      confirm: t('companion.users.remove'),
      act: () => store.removeMember(id),
      done: t('companion.users.removed', [name]),
      children: t('companion.users.removeText', [workspace.name]),
    }),
    disable: () => (member.disabled ? enableQuestion() : disableQuestion()),
  };
  const disableQuestion = (): Question => ({
    danger: true,
    title: t('companion.users.disableTitle', [name]),
    confirm: t('companion.users.disable'),
    act: () => store.setDisabled(id, true),
    done: t('companion.users.disabled', [name]),
    children: t('companion.users.disableText'),
  });
  const enableQuestion = (): Question => ({
    title: t('companion.users.enableTitle', [name]),
    confirm: t('companion.users.enable'),
    act: () => store.setDisabled(id, false),
    done: t('companion.users.enabled', [name]),
    children: t('companion.users.enableText'),
  });
  return <ConfirmDialog {...questions[action]()} onClose={onClose} />;
}

/** Whether a new secret replaces a working second factor, which ends the sessions that the factor opened. */
const hasFactor = ({ twoFactor }: Member): boolean => twoFactor === 'on' || twoFactor === 'reset';
