import type { BackupCode } from '../../lib/vault';
import { dateTime, IconButton, t, useToast } from '../ui';
import css from './BackupCodes.module.css';

export interface BackupCodeRowProps {
  readonly backupCode: BackupCode;
  readonly copy: (text: string) => Promise<void>;
  /** Fills it into the page in front, where there is one. */
  readonly fill?: (() => void) | undefined;
  readonly mark: (used: boolean) => void;
}

/** One backup code: copying it marks it as used, for it works once. */
export function BackupCodeRow({ backupCode, copy, fill, mark }: BackupCodeRowProps) {
  const toast = useToast();
  const { code, usedAt } = backupCode;
  const take = () =>
    copy(code).then(
      () => mark(true),
      () => toast({ text: t('errors.unexpected') }),
    );
  return (
    <li class={css['row']} data-used={usedAt !== null || undefined}>
      <span class={css['code']} dir="ltr">
        {usedAt === null ? code : <s>{code}</s>}
      </span>
      {usedAt === null ? (
        <>
          {fill && <IconButton icon="fill" label={t('popup.backup.fill')} onClick={fill} />}
          <IconButton icon="copy" label={t('manage.backup.copy')} onClick={() => void take()} />
          <IconButton icon="check" label={t('manage.backup.mark')} onClick={() => mark(true)} />
        </>
      ) : (
        <>
          <span class={css['used']}>{t('manage.backup.used', [dateTime(usedAt)])}</span>
          <IconButton icon="undo" label={t('manage.backup.unmark')} onClick={() => mark(false)} />
        </>
      )}
    </li>
  );
}
