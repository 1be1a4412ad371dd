import type { BackupCode } from '../../../lib/vault';
import { dateTime, IconButton, t, useToast } from '../../ui';
import { useManage } from '../ManageContext';
import css from './Account.module.css';

export interface BackupCodeRowProps {
  readonly backupCode: BackupCode;
  readonly mark: (used: boolean) => void;
}

/** One backup code: copying it marks it as used, for it works once. */
export function BackupCodeRow({ backupCode, mark }: BackupCodeRowProps) {
  const { copy } = useManage();
  const toast = useToast();
  const { code, usedAt } = backupCode;
  const take = () =>
    copy(code).then(
      () => mark(true),
      () => toast({ text: t('errors.unexpected') }),
    );
  return (
    <li class={css['backup']} data-used={usedAt !== null || undefined}>
      <span class={css['backupCode']} dir="ltr">
        {usedAt === null ? code : <s>{code}</s>}
      </span>
      {usedAt === null ? (
        <>
          <IconButton icon="copy" label={t('manage.backup.copy')} onClick={() => void take()} />
          <IconButton icon="check" label={t('manage.backup.mark')} onClick={() => mark(true)} />
        </>
      ) : (
        <>
          <span class={css['quiet']}>{t('manage.backup.used', [dateTime(usedAt)])}</span>
          <IconButton icon="undo" label={t('manage.backup.unmark')} onClick={() => mark(false)} />
        </>
      )}
    </li>
  );
}
