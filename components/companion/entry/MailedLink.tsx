import type { Refusal } from '../stores';
import { Button, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { Link } from '../Link';
import { refusalMessage } from '../refusalMessage';
import { EntryPage } from './EntryPage';

export interface MailedLinkProps {
  readonly act: () => Promise<Refusal | null>;
  /** The path to open after the link was used. */
  readonly then: string;
}

/**
 * The page of a mailed link that verifies an address. A button on the page uses up the link. Opening the page
 * doesn't.
 */
export function MailedLink({ act, then }: MailedLinkProps) {
  const { route } = useCompanion();
  const confirm = useAction(act);
  return (
    <EntryPage title={t('companion.signUp.verifyTitle')}>
      <p>{t('companion.signUp.verifyLink')}</p>
      {confirm.failure && <FormProblem text={refusalMessage(confirm.failure)} />}
      <Button
        variant="primary"
        wide
        busy={confirm.busy}
        onClick={() => void confirm.run().then((done) => done && route.replace(then))}
      >
        {t('companion.signUp.verifySubmit')}
      </Button>
      {confirm.failure && (
        <p>
          <Link to="/sign-in">{t('companion.signIn.back')}</Link>
        </p>
      )}
    </EntryPage>
  );
}
