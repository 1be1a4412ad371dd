import type { EntrySummary } from '../../lib/vault';
import { Banner, Button, Dialog, t } from '../ui';

export interface FillDialogProps {
  readonly entry: EntrySummary;
  /** Whether the account is linked to the host. The dialog then asks only because the page isn't secure. */
  readonly bound: boolean;
  /** The host when the question was asked. The confirmation applies only to this host. */
  readonly host: string;
  /** Whether nobody on the network can read the filled-in code. */
  readonly secure: boolean;
  /** Fills the code. With `always`, links the site to the account first. */
  readonly onAnswer: (always: boolean) => void;
  readonly onClose: () => void;
}

/**
 * Asks "Fill here anyway?" and names the host, because only the host reveals a look-alike site. The default
 * button is the harmless one. Linking the host is a separate choice.
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
          {!bound && (
            <Button wide variant="quiet" onClick={() => onAnswer(true)}>
              {t('popup.fill.always', [host, name])}
            </Button>
          )}
          <Button wide onClick={() => onAnswer(false)}>
            {t('popup.fill.anyway', [host])}
          </Button>
          <Button wide variant="primary" onClick={onClose}>
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
    </Dialog>
  );
}
