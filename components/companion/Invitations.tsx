import { Banner, Button, Card, dateTime, EmptyState, t, useAction, useToast } from '../ui';
import type { PendingInvitation } from './stores';
import { useCompanion } from './CompanionContext';
import { FormProblem } from './FormProblem';
import css from './Invitations.module.css';
import { PageTitle } from './PageTitle';
import { refusalMessage } from './refusalMessage';

/** Pending invitations. Nobody joins a workspace without accepting. */
export function Invitations() {
  const { account } = useCompanion();
  const pending = account.me.value?.invitations ?? [];
  return (
    <>
      <PageTitle>{t('companion.invitations.title')}</PageTitle>
      {pending.length === 0 && <EmptyState icon="mail" title={t('companion.invitations.none')} />}
      {pending.map((invitation) => (
        <InvitationCard key={invitation.id} invitation={invitation} />
      ))}
    </>
  );
}

function InvitationCard({ invitation }: { readonly invitation: PendingInvitation }) {
  const { invitations } = useCompanion();
  const say = useToast();
  const { id, workspace, invitedBy, enforced, expiresAt } = invitation;
  const answer = useAction((accepts: boolean) =>
    accepts ? invitations.accept(id) : invitations.decline(id),
  );
  const decide = async (accepts: boolean) => {
    if (!(await answer.run(accepts))) return;
    say({
      text: accepts
        ? t('companion.invitations.accepted', [workspace])
        : t('companion.invitations.declined', [workspace]),
    });
  };
  return (
    <Card title={t('companion.invitations.join', [workspace])}>
      <p>{t('companion.invitations.by', [invitedBy, dateTime(expiresAt)])}</p>
      <div>
        <p>{t('companion.invitations.can', [workspace])}</p>
        <ul class={css['powers']}>
          <li>{t('companion.invitations.canSee')}</li>
          <li>{t('companion.invitations.canRemove')}</li>
          <li>{t('companion.invitations.canRequire')}</li>
        </ul>
      </div>
      <p>{t('companion.invitations.cannot')}</p>
      {enforced && <Banner tone="info">{t('companion.invitations.enforced', [workspace])}</Banner>}
      {answer.failure && <FormProblem text={refusalMessage(answer.failure)} />}
      <div class={css['actions']}>
        <Button variant="primary" busy={answer.busy} onClick={() => void decide(true)}>
          {t('companion.invitations.accept')}
        </Button>
        <Button busy={answer.busy} onClick={() => void decide(false)}>
          {t('companion.invitations.decline')}
        </Button>
      </div>
    </Card>
  );
}
