import { useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { EntrySummary } from '../../lib/vault';
import { fewBackupCodes } from '../../lib/authenticator/accounts';
import type { LiveCode } from '../stores/createCodes';
import { CountdownRing, cx, Icon, IconButton, type RowPlace, t } from '../ui';
import { Avatar, BackupCodesLeft } from '../vault';
import css from './AccountList.module.css';
import { Code } from './Code';
import { RowMenu } from './RowMenu';
import { usePopup } from './PopupContext';
import { useRow } from './useRow';
import type { RowActions } from './useRowActions';

export interface AccountRowProps {
  readonly entry: EntrySummary;
  readonly place: RowPlace;
  readonly compact: boolean;
  readonly acts: RowActions;
}

/** The remaining seconds of a code. The number updates without rerendering its row. */
function Seconds({ live, otp }: { readonly live: LiveCode; readonly otp: EntrySummary['otp'] }) {
  return <span>{useComputed(() => Math.round(live.left.value * otp.period))}</span>;
}

/** One account. A click anywhere in the row copies the code. */
export function AccountRow({ entry, place, compact, acts }: AccountRowProps) {
  const { codes, accounts, preferences } = usePopup();
  const live = useMemo(() => codes.open(entry), [entry.id, entry.updatedAt]);
  useEffect(() => live.close, [live]);
  const row = useRow(entry, live);
  // The icon loads after the code is shown, because the code has priority.
  const shown = useComputed(() => entry.otp.kind === 'hotp' || live.code.value !== null);
  const name = entry.issuer || entry.account;
  const ofSite = accounts.ofSite.value.has(entry.id);
  return (
    <li class={cx(css['row'], ofSite && css['ofSite'])} {...place}>
      <button
        type="button"
        data-main
        class={css['cover']}
        aria-label={t('popup.copyCode', [name, entry.issuer ? entry.account : ''])}
        // Screen readers read the code when the row gets the focus, not whenever the code changes.
        aria-describedby={`code-${entry.id}`}
        onClick={() => void row.use()}
      />
      <Avatar
        name={name}
        icon={entry.icon}
        size={compact ? 28 : 36}
        icons={shown.value && preferences.values.value.icons}
      />
      <div class={css['words']}>
        <div class={css['issuer']}>
          <span dir="auto">{name}</span>
          {entry.pinned && <Icon name="pin" size={14} />}
        </div>
        <Code row={row} live={live} entry={entry} />
        <div class={css['account']}>
          <span dir="auto">{entry.issuer ? entry.account : ''}</span>
          {entry.backupCodesTotal > 0 && (
            <BackupCodesLeft
              count={entry.backupCodesLeft}
              size={14}
              class={cx(css['backup'], entry.backupCodesLeft <= fewBackupCodes && css['few'])}
            />
          )}
        </div>
      </div>
      <div class={css['side']}>
        {ofSite && (
          <IconButton
            icon="fill"
            label={t('popup.fill.code', [name])}
            onClick={() => acts.fill(entry, row)}
          />
        )}
        <RowMenu entry={entry} row={row} acts={acts} />
        {entry.otp.kind === 'hotp' ? (
          <IconButton
            icon="refresh"
            label={t('popup.nextCode', [name])}
            onClick={() => void row.advance()}
          />
        ) : (
          <span class={css['time']}>
            {preferences.values.value.showSeconds && <Seconds live={live} otp={entry.otp} />}
            <CountdownRing left={live.left} ending={live.next} size={18} />
          </span>
        )}
      </div>
    </li>
  );
}
