import { Button, Dialog, t } from '../ui';
import { usePopup } from './PopupContext';
import type { Fill } from './useFill';

/** "Fill here anyway?", with the name of the host: a look-alike is told by its name alone. */
export function FillDialog({ fill }: { readonly fill: Fill }) {
  const { site } = usePopup();
  const entry = fill.asking.value;
  const host = site.site.value?.host ?? '';
  const close = () => (fill.asking.value = null);
  return (
    <Dialog
      open={entry !== null}
      title={t('popup.fill.title')}
      onClose={close}
      actions={
        entry && (
          <>
            <Button onClick={() => void fill.fillNow(entry)}>{t('popup.fill.once')}</Button>
            <Button variant="primary" onClick={() => void fill.fillNow(entry, true)}>
              {t('popup.fill.always')}
            </Button>
          </>
        )
      }
    >
      <p>{t('popup.fill.ask', [entry?.issuer || (entry?.account ?? '')])}</p>
      <p>
        <strong dir="ltr">{host}</strong>
      </p>
    </Dialog>
  );
}
