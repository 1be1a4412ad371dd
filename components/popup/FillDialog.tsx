import type { EntrySummary } from '../../lib/vault';
import { Banner, Button, Dialog, t } from '../ui';

export interface FillDialogProps {
  readonly entry: EntrySummary;
  /** The account is bound to the host: it is asked only because the page is not secure. */
  readonly bound: boolean;
  /** The host that was in front when it was asked for: the answer is good for no other. */
  readonly host: string;
  /** Whether what is filled in stays between the page and its host. */
  readonly secure: boolean;
  /** Fill in; `always` binds the site to the account first. */
  readonly onAnswer: (always: boolean) => void;
  readonly onClose: () => void;
}

/**
 * "Fill here anyway?", with the name of the host: a look-alike is told by its name alone. The answer that harms
 * nobody is the one at hand; to bind the host for ever is asked for apart from it.
 */
export function FillDialog(props: FillDialogProps) {
  const { entry, bound, host, secure, onAnswer, onClose } = props;
  const name = entry.issuer || entry.account;
  return (
    <Dialog
      title={t('popup.fill.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onAnswer(false)}>{t('popup.fill.anyway', [host])}</Button>
          <Button variant="primary" onClick={onClose}>
            {t('popup.fill.cancel')}
          </Button>
        </>
      }
    >
      {!bound && <p>{t('popup.fill.ask', [name])}</p>}
      <p>
        <strong dir="ltr">{host}</strong>
      </p>
      {!bound && (
        <p>
          {entry.hosts.length > 0
            ? t('popup.fill.boundTo', [name, entry.hosts.join(', ')])
            : t('popup.fill.boundToNone', [name])}
        </p>
      )}
      {!secure && <Banner tone="warning">{t('popup.fill.insecure')}</Banner>}
      {!bound && (
        <Button variant="quiet" onClick={() => onAnswer(true)}>
          {t('popup.fill.always', [host, name])}
        </Button>
      )}
    </Dialog>
  );
}
