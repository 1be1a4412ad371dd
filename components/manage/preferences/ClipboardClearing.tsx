import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, Select, t } from '../../ui';
import { useManage } from '../ManageContext';
import { clearClipboardAfter } from './choices';

/** The browser permissions for clearing the clipboard. */
export interface ClearingPermission {
  readonly isAllowed: () => Promise<boolean>;
  /**
   * Asks the user for the permissions. Returns whether they are granted. Must be the first call in a user
   * gesture.
   */
  readonly allow: () => Promise<boolean>;
}

/**
 * Selects when a copied code is cleared. If clearing is set but the permissions are missing, offers to grant
 * them. The permissions are missing if an administrator set clearing, or if the user withdrew them.
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
