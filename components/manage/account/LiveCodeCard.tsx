import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import {
  Button,
  Card,
  CopyButton,
  CountdownRing,
  errorMessage,
  t,
  VisuallyHidden,
  useToast,
} from '../../ui';
import { useRevealed } from '../../vault';
import { useManage } from '../ManageContext';
import css from './Account.module.css';

/** The current code, as in the popup. If the preferences hide codes, the code is shown on request only. */
export function LiveCodeCard({ entry }: { readonly entry: Entry }) {
  const { codes, copy, preferences } = useManage();
  const toast = useToast();
  const live = useMemo(() => codes.open(entry), [entry.id, entry.updatedAt]);
  useEffect(() => live.close, [live]);
  const asked = useSignal<string | null>(null);
  const counted = entry.otp.kind === 'hotp';
  const code = counted ? asked.value : live.code.value;
  const revealed = useRevealed();
  const hidden = preferences.values.value.hideCodes && !revealed.value;
  const inPlace = (sign: string) => codes.group(sign.repeat(entry.otp.digits));

  function words(): string {
    if (code === '') return t('popup.noCode');
    if (code === null) return inPlace('–');
    return hidden ? inPlace('•') : codes.group(code);
  }

  function unread(): string | undefined {
    if (counted && code === null) return t('popup.noCodeYet');
    return code && hidden ? t('popup.hidden') : undefined;
  }

  async function advance(): Promise<void> {
    try {
      const next = await codes.next(entry);
      if (next === null) return;
      asked.value = next;
      revealed.value = true;
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  }

  return (
    <Card>
      <div class={css['live']}>
        <span
          class={css['code']}
          dir="ltr"
          data-ending={live.next.value !== null || undefined}
          aria-label={unread()}
        >
          {words()}
        </span>
        <output>
          {/* Screen readers announce each of these separately. */}
          {counted && code && (
            <VisuallyHidden key={code}>{t('manage.account.newCode')}</VisuallyHidden>
          )}
        </output>
        {!counted && <CountdownRing left={live.left} ending={live.next} size={24} />}
        <span class={css['grow']} />
        {code && hidden && (
          <Button icon="eye" onClick={() => (revealed.value = true)}>
            {t('manage.account.showCode')}
          </Button>
        )}
        {counted && (
          <Button icon="refresh" onClick={() => void advance()}>
            {t('manage.account.next')}
          </Button>
        )}
        {code && <CopyButton text={() => code} copy={copy} />}
      </div>
    </Card>
  );
}
