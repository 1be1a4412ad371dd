import type { BackupCode } from '../../lib/vault';
import { dateTime, IconButton, t, useToast } from '../ui';
import css from './BackupCodes.module.css';

/** The user's action on a code. */
export type Mark = 'copied' | 'used' | 'unused';

export interface BackupCodeRowProps {
  readonly backupCode: BackupCode;
  readonly copy: (text: string) => Promise<void>;
  /** Fills the code into the active page. Absent if no page is active. */
  readonly fill?: (() => void) | undefined;
  readonly mark: (as: Mark) => void;
}

/**
 * Ignores the second click of a double click, because other buttons are under the pointer after the first click.
 */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail < 2) act();
};

/** One backup code with its actions. Copying the code marks it as used, because a backup code works only once. */
export function BackupCodeRow({ backupCode, copy, fill, mark }: BackupCodeRowProps) {
  const toast = useToast();
  const { code, usedAt } = backupCode;
  const take = () =>
    copy(code).then(
      () => mark('copied'),
      () => toast({ text: t('errors.unexpected') }),
    );
  return (
    <li class={css['row']} data-used={usedAt !== null || undefined}>
      <span class={css['code']} dir="ltr">
        {usedAt === null ? code : <s>{code}</s>}
      </span>
      {usedAt === null ? (
        <span class={css['acts']}>
          {fill && <IconButton icon="fill" label={t('popup.backup.fill')} onClick={fill} />}
          <IconButton
            icon="copy"
            label={t('manage.backup.copy')}
            onClick={once(() => void take())}
          />
          <IconButton
            icon="check"
            label={t('manage.backup.mark')}
            onClick={once(() => mark('used'))}
          />
        </span>
      ) : (
        // The date is shown where the clicked button was, so that the second click of a double click doesn't undo
        // the mark.
        <span class={css['acts']}>
          <IconButton
            icon="undo"
            label={t('manage.backup.unmark')}
            onClick={once(() => mark('unused'))}
          />
          <span class={css['used']}>{t('manage.backup.used', [dateTime(usedAt)])}</span>
        </span>
      )}
    </li>
  );
}
