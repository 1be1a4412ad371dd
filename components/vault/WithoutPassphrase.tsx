import { Banner, Button, Dialog, t } from '../ui';

export interface WithoutPassphraseProps {
  readonly open: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What a vault without a passphrase means, before there is one. */
export const WithoutPassphrase = ({ open, onConfirm, onClose }: WithoutPassphraseProps) => (
  <Dialog
    open={open}
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
