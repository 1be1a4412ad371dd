import { Button, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { EntryPage } from './EntryPage';

/** Shown if the service failed before the account was read. Keeps the session for a retry. */
export function Unavailable() {
  const { account, demo } = useCompanion();
  const retry = useAction(async () => {
    await Promise.all([account.refresh(), demo.load()]);
    return null;
  });
  const failure = account.readFailure.value;
  return (
    <EntryPage title={t('companion.unavailable.title')}>
      {failure && <FormProblem text={refusalMessage(failure)} />}
      <Button variant="primary" wide busy={retry.busy} onClick={() => void retry.run()}>
        {t('companion.unavailable.retry')}
      </Button>
    </EntryPage>
  );
}
