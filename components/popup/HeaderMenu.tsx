import { Menu, t } from '../ui';
import { usePopup } from './PopupContext';
import { useDialog } from './useDialog';

/** The menu of less frequent actions. */
export function HeaderMenu({ onSelect }: { readonly onSelect: () => void }) {
  const { accounts, open, openWindow, openSidePanel } = usePopup();
  const { dialog, open: ask } = useDialog();
  return (
    <>
      <Menu
        label={t('popup.menu.label')}
        items={() => [
          ...(accounts.all.value?.length
            ? [{ label: t('popup.select.open'), icon: 'list' as const, onSelect }]
            : []),
          ...(openWindow
            ? [{ label: t('popup.menu.window'), icon: 'window' as const, onSelect: openWindow }]
            : []),
          ...(openSidePanel
            ? [{ label: t('popup.menu.panel'), icon: 'sidebar' as const, onSelect: openSidePanel }]
            : []),
          ...(accounts.all.value?.length
            ? [
                {
                  label: t('security.backups.now'),
                  icon: 'download' as const,
                  onSelect: () => open('#/security/back-up'),
                },
              ]
            : []),
          {
            label: t('popup.menu.clock'),
            icon: 'clock',
            onSelect: () =>
              ask(async (close) => {
                const { ClockDialog } = await import('./ClockDialog');
                return <ClockDialog onClose={close} />;
              }),
          },
          { label: t('popup.menu.help'), icon: 'help', onSelect: () => open('#/help') },
        ]}
      />
      {dialog}
    </>
  );
}
