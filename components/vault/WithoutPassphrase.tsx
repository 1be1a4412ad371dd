import { Banner, Button, Dialog, t } from '../ui';

export interface WithoutPassphraseProps {
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Explains the consequences of a vault without a passphrase before the vault is created. */
export const WithoutPassphrase = ({ onConfirm, onClose }: WithoutPassphraseProps) => (
  <Dialog
    title={t('gate.without.title')}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onConfirm}>{t('gate.without.confirm')}</Button>
        <Button variant="primary" onClick={onClose}>
          {t('gate.without.back')}
        </Button>
      </>
    }
  >
    <Banner tone="warning" title={t('gate.without.words')}>
      {t('gate.without.more')}
    </Banner>
  </Dialog>
);
