import { Banner, Button, errorMessage, t, useToast } from '../ui';
import { fullName } from '../vault/fullName';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';

/** Asks whether an account belongs to the active site. Asks only once. */
export function Suggestion() {
  const { site } = usePopup();
  const toast = useToast();
  const entry = site.suggested.value;
  const host = site.site.value?.host;
  if (!entry || !host) return null;
  const fail = (error: unknown) => toast({ text: errorMessage(error) });
  return (
    <div class={css['suggestion']}>
      <Banner
        actions={
          <>
            <Button variant="primary" onClick={() => void site.bind(entry.id).catch(fail)}>
              {t('popup.suggest.yes')}
            </Button>
            <Button onClick={() => void site.decline(entry.id).catch(fail)}>
              {t('popup.suggest.no')}
            </Button>
          </>
        }
      >
        {t('popup.suggest.ask', [fullName(entry), host])}
      </Banner>
    </div>
  );
}
