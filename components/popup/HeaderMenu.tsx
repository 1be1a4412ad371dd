import { Menu, t } from '../ui';
import { usePopup } from './PopupContext';
import { useDialog } from './useDialog';

/** The menu of less frequent actions. */
export function HeaderMenu() {
  const { open, openWindow, openSidePanel } = usePopup();
  const { dialog, open: ask } = useDialog();
  return (
    <>
      <Menu
        label={t('popup.menu.label')}
        items={() => [
          ...(openWindow
            ? [{ label: t('popup.menu.window'), icon: 'window' as const, onSelect: openWindow }]
            : []),
          ...(openSidePanel
            ? [{ label: t('popup.menu.panel'), icon: 'sidebar' as const, onSelect: openSidePanel }]
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
