import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ScanSource } from '../stores/createScanStore';
import { t } from '../ui';
import css from './Scan.module.css';

export interface NothingFoundProps {
  /** What was looked at; it lives as long as this view. */
  readonly seen: ScanSource | null;
  /** The next things to try, as buttons. */
  readonly children: ComponentChildren;
}

/** No code was found: shows what was looked at, and what to try next. */
export function NothingFound({ seen, children }: NothingFoundProps) {
  const address = useSignal('');
  useEffect(() => {
    if (seen === null || typeof seen === 'string') {
      address.value = seen ?? '';
      return undefined;
    }
    const url = URL.createObjectURL(seen);
    address.value = url;
    return () => URL.revokeObjectURL(url);
  }, [seen]);
  return (
    <section class={css['part']} aria-labelledby="scan-nothing">
      <h2 id="scan-nothing" class={css['title']} aria-live="polite">
        {t('errors.scan.nothingFound')}
      </h2>
      {address.value && (
        <figure class={css['seen']}>
          <img src={address.value} alt={t('scan.seen')} />
          <figcaption>{t('scan.seenNote')}</figcaption>
        </figure>
      )}
      <p>{t('scan.tryNext')}</p>
      <ul class={css['tips']}>
        <li>{t('scan.tips.visible')}</li>
        <li>{t('scan.tips.zoom')}</li>
        <li>{t('scan.tips.area')}</li>
        <li>{t('scan.tips.key')}</li>
      </ul>
      <div class={css['actions']}>{children}</div>
    </section>
  );
}
