import type { Member } from '../stores';
import { Button, Menu, t } from '../../ui';
import type { MemberAction } from './MemberDialog';
import css from './workspace.module.css';

export interface MemberActionsProps {
  readonly member: Member;
  readonly ask: (action: MemberAction) => void;
}

/**
 * An admin's actions on a member. Any member can be removed. All other actions are available only in the home
 * workspace of the member's account. For the admin's own account, there are no actions.
 */
export const MemberActions = ({ member, ask }: MemberActionsProps) =>
  member.self ? null : (
    <div class={css['member']}>
      {member.canReset && (
        <Button variant="quiet" onClick={() => ask('secret')}>
          {t('companion.users.emailSecret')}
        </Button>
      )}
      <Menu
        label={t('companion.users.more', [member.name])}
        items={() => [
          ...(member.canEndSessions
            ? [
                {
                  label: t('companion.users.endSessions'),
                  icon: 'window' as const,
                  onSelect: () => ask('sessions'),
                },
              ]
            : []),
          {
            label: t('companion.users.remove'),
            icon: 'minus' as const,
            onSelect: () => ask('remove'),
          },
          ...(member.canDisable
            ? [
                {
                  label: member.disabled
                    ? t('companion.users.enable')
                    : t('companion.users.disable'),
                  icon: 'lock' as const,
                  danger: !member.disabled,
                  onSelect: () => ask('disable'),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
