import { Button, Dialog, t } from '../ui';

export interface FrameDialogProps {
  /** The host of the frame, with its port if it has one. */
  readonly host: string;
  readonly onAllow: () => void;
  readonly onClose: () => void;
}

/**
 * Explains the browser's permission prompt before it appears. The permission is needed because the field is in a
 * frame of another host.
 */
export const FrameDialog = ({ host, onAllow, onClose }: FrameDialogProps) => (
  <Dialog
    title={t('popup.frame.title')}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{t('popup.fill.cancel')}</Button>
        <Button variant="primary" onClick={onAllow}>
          {t('popup.frame.allow')}
        </Button>
      </>
    }
  >
    <p>{t('popup.frame.why')}</p>
    <p>
      <strong dir="ltr">{host}</strong>
    </p>
    <p>{t('popup.frame.then')}</p>
  </Dialog>
);
