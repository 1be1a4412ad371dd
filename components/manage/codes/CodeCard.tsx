import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { EntrySummary } from '../../../lib/vault';
import { CountdownRing, cx, errorMessage, Icon, t, useToast } from '../../ui';
import { Avatar, useRevealed } from '../../vault';
import { useManage } from '../ManageContext';
import css from './Codes.module.css';

/** One account with its code. A click copies the code or, for HOTP, requests the next code. */
export function CodeCard({ entry }: { readonly entry: EntrySummary }) {
  const { accounts, codes, copy, preferences } = useManage();
  const toast = useToast();
  const live = useMemo(() => codes.open(entry), [entry.id, entry.updatedAt]);
  useEffect(() => live.close, [live]);
  const asked = useSignal<string | null>(null);
  const revealed = useRevealed();
  const isCounter = entry.otp.kind === 'hotp';
  const code = isCounter ? asked.value : live.code.value;
  const isHidden = preferences.values.value.hideCodes && !revealed.value;
  const name = entry.issuer || entry.account;
  const inPlace = (sign: string) => codes.group(sign.repeat(entry.otp.digits));

  async function use(): Promise<void> {
    try {
      const taken = (isCounter ? null : code) || (await codes.take(entry));
      if (isCounter) asked.value = taken;
      revealed.value = true;
      await copy(taken);
      toast({ text: t(isCounter ? 'popup.copiedNew' : 'popup.copied', [name]) });
      await accounts.countUse(entry.id);
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  }

  return (
    <div class={css['card']}>
      <button
        type="button"
        data-main
        class={css['cover']}
        aria-label={t('popup.copyCode', [name, entry.issuer ? entry.account : ''])}
        aria-describedby={`shown-${entry.id}`}
        onClick={() => void use()}
      />
      <Avatar name={name} icon={entry.icon} size={36} icons={preferences.values.value.icons} />
      <div class={css['names']}>
        <span dir="auto" class={css['issuer']}>
          {name}
        </span>
        <span dir="auto" class={css['account']}>
          {entry.issuer ? entry.account : ''}
        </span>
      </div>
      <span
        id={`shown-${entry.id}`}
        dir="ltr"
        class={cx(css['code'], code === '' && css['problem'])}
        data-ending={live.next.value !== null || undefined}
        aria-label={
          isCounter && code === null
            ? t('popup.noCodeYet')
            : isHidden
              ? t('popup.hidden')
              : undefined
        }
      >
        {code === ''
          ? t('popup.noCode')
          : code === null
            ? inPlace('–')
            : isHidden
              ? inPlace('•')
              : codes.group(code)}
      </span>
      {isCounter ? (
        <Icon name="refresh" size={18} />
      ) : (
        <CountdownRing left={live.left} ending={live.next} size={18} />
      )}
    </div>
  );
}
