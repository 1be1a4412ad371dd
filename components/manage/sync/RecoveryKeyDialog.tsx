import { Button, CopyButton, Dialog, t } from '../../ui';
import { leaveKeyQuestion } from '../leaveKeyQuestion';
import { useManage } from '../ManageContext';
import css from './Sync.module.css';

export interface RecoveryKeyDialogProps {
  readonly recoveryKey: string;
  readonly onClose: () => void;
}

/** Shows the recovery key of the sync set. The key can't be shown again, so closing it otherwise asks first. */
export const RecoveryKeyDialog = ({ recoveryKey, onClose }: RecoveryKeyDialogProps) => (
  <Dialog
    title={t('sync.recovery.title')}
    leaving={leaveKeyQuestion()}
    onClose={onClose}
    actions={
      <Button variant="primary" onClick={onClose}>
        {t('sync.recovery.done')}
      </Button>
    }
  >
    <div class={css['stack']}>
      <p>{t('sync.recovery.text')}</p>
      <p class={css['key']} dir="ltr">
        {recoveryKey}
      </p>
      <div class={css['buttons']}>
        <CopyButton text={() => recoveryKey} copy={useManage().copy} />
        <Button icon="print" onClick={() => print()}>
          {t('security.recovery.print')}
        </Button>
      </div>
    </div>
  </Dialog>
);
