import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Challenge } from '../stores';
import { Button, Spinner, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { SetUpForm } from '../security/SetUpForm';
import { EntryPage } from './EntryPage';

/** The second step of a sign-up that requires 2FA. The session begins with the first code. */
export function SetUpStep({ challenge }: { readonly challenge: Challenge }) {
  const { account, twoFactor } = useCompanion();
  const busy = useSignal(false);
  const setUp = twoFactor.setUp.value;
  const start = useAction(twoFactor.startForSignUp);
  useEffect(() => void start.run(challenge.challenge), [challenge.challenge]);
  return (
    <EntryPage wide title={t('companion.setUp.title')}>
      <p>{t('companion.enrol.newMember')}</p>
      {start.failure && <FormProblem text={refusalMessage(start.failure)} />}
      {start.busy && <Spinner />}
      {setUp && (
        <>
          <SetUpForm
            id="set-up"
            setUp={setUp}
            heading="h2"
            verify={twoFactor.verify}
            onBusy={(now) => (busy.value = now)}
            onDone={() => undefined}
          />
          <Button type="submit" form="set-up" variant="primary" wide busy={busy.value}>
            {t('companion.setUp.submit')}
          </Button>
        </>
      )}
      <Button variant="quiet" flush onClick={() => void account.cancelChallenge()}>
        {t('companion.enrol.leave')}
      </Button>
    </EntryPage>
  );
}
