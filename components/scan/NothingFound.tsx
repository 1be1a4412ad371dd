import type { ComponentChildren } from 'preact';
import type { ScanSource } from '../stores/ScanState';
import { t } from '../ui';
import css from './Scan.module.css';
import { usePictureUrl } from './usePictureUrl';

export interface NothingFoundProps {
  /** The scanned picture, or null. The picture is kept as long as this view is mounted. */
  readonly seen: ScanSource | null;
  /** Buttons for what to try next. */
  readonly children: ComponentChildren;
}

/** Tells that no code was found. Shows the scanned picture, and what to try next. */
export function NothingFound({ seen, children }: NothingFoundProps) {
  const address = usePictureUrl(seen);
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
