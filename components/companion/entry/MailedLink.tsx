import type { Refusal } from '../stores';
import { Button, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { useAction } from '../useAction';
import { EntryPage } from './EntryPage';

export interface MailedLinkProps {
  readonly act: () => Promise<Refusal | null>;
  /** Where to go once it is done. */
  readonly then: string;
}

/** Where a link leads that proves an address. Opening the page spends nothing; the button does. */
export function MailedLink({ act, then }: MailedLinkProps) {
  const { route } = useCompanion();
  const confirm = useAction(act);
  return (
    <EntryPage title={t('companion.signUp.verifyTitle')}>
      <p>{t('companion.signUp.verifyLink')}</p>
      {confirm.refusal.value && <FormProblem text={refusalMessage(confirm.refusal.value)} />}
      <Button
        variant="primary"
        wide
        busy={confirm.busy.value}
        onClick={() => void confirm.run().then((done) => done && route.replace(then))}
      >
        {t('companion.signUp.verifySubmit')}
      </Button>
    </EntryPage>
  );
}
