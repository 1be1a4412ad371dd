import type { Findings } from '../../lib/authenticator/import';
import { Banner, locale, number, t } from '../ui';

/** Tells how many QR codes of an export were scanned, and which QR codes are missing. */
export function BatchNote({ batch }: { readonly batch: Findings['batches'][number] }) {
  const { size, missing, repeated } = batch;
  if (size === 1) return null;
  const list = new Intl.ListFormat(locale()).format(missing.map(number));
  return (
    <Banner
      tone={missing.length === 0 ? 'success' : 'info'}
      title={t('scan.batch.have', [number(size - missing.length), number(size)])}
    >
      {repeated && `${t('scan.batch.repeated')} `}
      {missing.length === 0 ? t('scan.batch.whole') : t('scan.batch.missing', [list])}
    </Banner>
  );
}
