import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, Select, t } from '../../ui';
import { useManage } from '../ManageContext';
import { clearClipboardAfter } from './choices';

/** What clearing the clipboard needs of the browser. */
export interface ClearingPermission {
  readonly isAllowed: () => Promise<boolean>;
  /** Asks the person for it; answers whether it is allowed then. Call it first thing at a gesture. */
  readonly allow: () => Promise<boolean>;
}

/**
 * When a copied code is cleared. The browser may not allow it although it is set, where an administrator set it or
 * the person took the permission back: then that is said, with a way to allow it.
 */
export function ClipboardClearing({ permission }: { readonly permission: ClearingPermission }) {
  const { preferences } = useManage();
  const allowed = useSignal<boolean | null>(null);
  const after = preferences.values.value.clearClipboardAfter;
  useEffect(() => {
    void permission.isAllowed().then((may) => (allowed.value = may));
  }, []);

  async function allow(): Promise<boolean> {
    return (allowed.value = await permission.allow());
  }
  async function clearAfter(seconds: number): Promise<void> {
    if (seconds === 0 || (await allow())) await preferences.set({ clearClipboardAfter: seconds });
  }
  return (
    <>
      <Select
        label={t('manage.preferences.clipboard')}
        hint={t('manage.preferences.clipboardHint')}
        value={String(after)}
        options={clearClipboardAfter(after)}
        disabled={preferences.isFixed('clearClipboardAfter')}
        onChange={(seconds) => void clearAfter(Number(seconds))}
      />
      {after !== 0 && allowed.value === false && (
        <Banner
          tone="warning"
          actions={
            <Button onClick={() => void allow()}>{t('manage.preferences.allowClearing')}</Button>
          }
        >
          {t('manage.preferences.clearingNotAllowed')}
        </Banner>
      )}
    </>
  );
}
