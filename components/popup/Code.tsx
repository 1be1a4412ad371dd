import { useComputed } from '@preact/signals';
import type { EntrySummary } from '../../lib/vault';
import type { LiveCode } from '../stores/createCodes';
import { t } from '../ui';
import css from './AccountList.module.css';
import { usePopup } from './PopupContext';
import type { Row } from './useRow';

export interface CodeProps {
  readonly entry: EntrySummary;
  readonly live: LiveCode;
  readonly row: Row;
}

/**
 * The code in groups of digits. At the end of a time step, the next code is beside it. After a change, the
 * previous code stays for a few seconds. The size of the component never changes.
 */
export function Code({ entry, live, row }: CodeProps) {
  const { codes, preferences } = usePopup();
  const { hideCodes, showNext } = preferences.values.value;
  const code = entry.otp.kind === 'hotp' ? row.asked.value : live.code.value;
  const hidden = hideCodes && !row.revealed.value;
  const inPlace = (sign: string) => codes.group(sign.repeat(entry.otp.digits));
  // Whether there is no code yet. For HOTP, the user hasn't requested a code. For other kinds, the code is still
  // being computed.
  const notYet = entry.otp.kind === 'hotp' && code === null;
  const unread = notYet ? t('popup.noCodeYet') : hidden ? t('popup.hidden') : undefined;
  const other = useComputed(() =>
    codes.group((showNext && live.next.value) || live.previous.value || ''),
  );
  if (code === '') return <div class={css['problem']}>{t('popup.noCode')}</div>;
  return (
    <div
      class={css['codes']}
      style={{ '--length': codes.group(code ?? inPlace('•')).length }}
      data-ending={live.next.value !== null || undefined}
      data-changed={live.previous.value !== null || undefined}
    >
      <span id={`code-${entry.id}`} class={css['code']} dir="ltr" aria-label={unread}>
        {notYet ? inPlace('–') : hidden || code === null ? inPlace('•') : codes.group(code)}
      </span>
      {!hidden && (
        <span class={css['next']} dir="ltr">
          {other}
        </span>
      )}
    </div>
  );
}
