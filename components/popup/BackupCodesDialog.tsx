import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { EntrySummary } from '../../lib/vault';
import { BackupCodeRow, type Mark } from '../backup-codes';
import { fewBackupCodes } from '../../lib/authenticator/accounts';
import { Banner, Button, Dialog, errorMessage, plural, t, type Toast } from '../ui';
import type { BackupCodeTools } from './BackupCodeTools';
import css from './BackupCodesDialog.module.css';
import { GrabDialog } from './GrabDialog';
import { usePopup } from './PopupContext';
import { useDialog } from './useDialog';
import { useFill } from './useFill';

export interface BackupCodesDialogProps {
  readonly entry: EntrySummary;
  readonly tools: BackupCodeTools;
  /** Whether to look for codes on the active page when the dialog opens. */
  readonly grab: boolean;
  readonly onClose: () => void;
}

/** The message after each action on a code. */
const words = {
  copied: () => t('manage.backup.copied'),
  used: () => t('manage.backup.marked'),
  filled: () => t('popup.backup.filled'),
};

/**
 * The backup codes of an account. Each code can be filled, copied or marked as used, and new codes can be taken
 * from the page.
 */
export function BackupCodesDialog({ entry, tools, grab, onClose }: BackupCodesDialogProps) {
  const { site, copy, open } = usePopup();
  const store = useMemo(() => tools.open(entry.id), [entry.id]);
  useEffect(() => () => store.close(), [store]);
  const grabbing = useSignal(grab);
  // The message after an action. A toast would be outside the dialog and couldn't be clicked.
  const said = useSignal<Toast>({ text: '' });
  const say = (text: string) => (said.value = { text });
  const asking = useDialog();
  const fill = useFill({ open: asking.open, say });

  const whole = store.entry.value;
  if (whole === null || whole === 'missing') return null;
  if (grabbing.value)
    return (
      <GrabDialog
        entry={whole}
        store={store}
        tools={tools}
        onKept={(kept) => {
          said.value = kept;
          grabbing.value = false;
        }}
        onClose={onClose}
      />
    );

  const fail = (error: unknown) => say(errorMessage(error));
  const mark = (code: string, as: Mark | 'filled') => {
    const undo = () => store.markCode(code, false);
    const tell = () => {
      said.value = as === 'unused' ? { text: '' } : { text: words[as](), undo };
    };
    void store.markCode(code, as !== 'unused').then(tell, fail);
  };
  const fillIn = (code: string) =>
    fill({
      entry,
      put: () => site.fillBackup(code),
      onFilled: () => mark(code, 'filled'),
    });
  const left = whole.backupCodes.filter(({ usedAt }) => usedAt === null).length;
  return (
    <Dialog
      title={t('popup.backup.title', [entry.issuer || entry.account])}
      onClose={onClose}
      actions={
        <>
          {site.site.value && (
            <Button icon="scan" onClick={() => (grabbing.value = true)}>
              {t('popup.backup.grab')}
            </Button>
          )}
          <Button icon="edit" onClick={() => open(`#/account/${entry.id}`)}>
            {t('popup.details')}
          </Button>
        </>
      }
    >
      {left <= fewBackupCodes && (
        <Banner tone="warning">{plural('manage.backup.few', left)}</Banner>
      )}
      <ol>
        {whole.backupCodes.map((one) => (
          <BackupCodeRow
            key={one.code}
            backupCode={one}
            copy={copy}
            fill={site.site.value ? () => fillIn(one.code) : undefined}
            mark={(as) => mark(one.code, as)}
          />
        ))}
      </ol>
      {/* The message is below the codes, so that they stay in place when it appears. */}
      <output class={css['said']}>
        {said.value.text}
        {said.value.undo && (
          <Button
            icon="undo"
            onClick={() => {
              said.value.undo?.().catch(fail);
              say('');
            }}
          >
            {t('ui.undo')}
          </Button>
        )}
      </output>
      {asking.dialog}
    </Dialog>
  );
}
