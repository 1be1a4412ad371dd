import { Button, Dialog, t } from '../ui';

export interface RefusedDialogProps {
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** Offers to copy a code that the page didn't keep. */
export const RefusedDialog = ({ onCopy, onClose }: RefusedDialogProps) => (
  <Dialog
    title={t('popup.refused.title')}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{t('ui.close')}</Button>
        <Button variant="primary" icon="copy" onClick={onCopy}>
          {t('popup.refused.copy')}
        </Button>
      </>
    }
  >
    <p>{t('popup.refused.why')}</p>
  </Dialog>
);
