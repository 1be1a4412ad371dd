import { useSignal } from '@preact/signals';
import { Button, number, QrCode, t } from '../../ui';
import css from './Transfer.module.css';

export interface MigrationCodesProps {
  readonly uris: readonly string[];
  readonly matrixOf: (text: string) => readonly (readonly boolean[])[];
}

/** Shows the QR codes for Google Authenticator one after another. */
export function MigrationCodes({ uris, matrixOf }: MigrationCodesProps) {
  const at = useSignal(0);
  const uri = uris[at.value];
  if (uri === undefined) return <p>{t('transfer.export.nothing')}</p>;
  const place = t('transfer.export.codeOf', [number(at.value + 1), number(uris.length)]);
  return (
    <div class={css['code']}>
      <p>{t('transfer.export.scanWords')}</p>
      <QrCode matrix={matrixOf(uri)} label={place} size={380} />
      <p aria-live="polite">{place}</p>
      {uris.length > 1 && (
        <div class={css['buttons']}>
          <Button disabled={at.value === 0} onClick={() => at.value--}>
            {t('transfer.export.previous')}
          </Button>
          <Button
            variant="primary"
            disabled={at.value === uris.length - 1}
            onClick={() => at.value++}
          >
            {t('transfer.export.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
