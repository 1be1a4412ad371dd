import { useSignal } from '@preact/signals';
import type { InvitedPerson } from '../stores';
import { Button, Card, dateTime, t, useAction, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { ConfirmDialog } from '../ConfirmDialog';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { MoreButton } from '../MoreButton';
import css from './workspace.module.css';

export interface InvitedCardProps {
  readonly invited: readonly InvitedPerson[];
  readonly next: string | null;
}

/** Lists pending invitations. The workspace knows an invited address, but nothing about its owner. */
export function InvitedCard({ invited, next }: InvitedCardProps) {
  const { workspace } = useCompanion();
  const say = useToast();
  const canceling = useSignal<InvitedPerson | null>(null);
  const resend = useAction(workspace.resendInvitation);
  const asked = canceling.value;
  return (
    <Card title={t('companion.users.invited')}>
      {resend.failure && <FormProblem text={refusalMessage(resend.failure)} />}
      <ul>
        {invited.map((person) => (
          <li key={person.id} class={css['row']}>
            <div class={css['person']}>
              <span>{person.email}</span>
              <span class={css['quiet']}>
                {t('companion.users.pending')} ·{' '}
                {t('companion.users.invitedUntil', [dateTime(person.expiresAt)])}
              </span>
            </div>
            <div class={css['actions']}>
              <Button
                variant="quiet"
                busy={resend.busy}
                aria-label={t('companion.users.resendNamed', [person.email])}
                onClick={() =>
                  void resend
                    .run(person.id)
                    .then(
                      (done) => done && say({ text: t('companion.users.added', [person.email]) }),
                    )
                }
              >
                {t('companion.users.resend')}
              </Button>
              <Button
                variant="quiet"
                aria-label={t('companion.users.cancelNamed', [person.email])}
                onClick={() => (canceling.value = person)}
              >
                {t('companion.users.cancelInvitation')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <MoreButton next={next} load={workspace.moreInvited} />
      {asked && (
        <ConfirmDialog
          danger
          title={t('companion.users.cancelTitle', [asked.email])}
          confirm={t('companion.users.cancelInvitation')}
          act={() => workspace.cancelInvitation(asked.id)}
          done={t('companion.users.canceled')}
          onClose={() => (canceling.value = null)}
        >
          {t('companion.users.cancelText')}
        </ConfirmDialog>
      )}
    </Card>
  );
}
