import { useSignal } from '@preact/signals';
import { Menu, t } from '../ui';
import { ClockDialog } from './ClockDialog';
import { usePopup } from './PopupContext';

/** What is needed less often. */
export function HeaderMenu() {
  const { site, open, openWindow, openSidePanel } = usePopup();
  const comparing = useSignal(false);
  return (
    <>
      <Menu
        label={t('popup.menu.label')}
        items={[
          { label: t('popup.menu.window'), icon: 'window', onSelect: openWindow },
          ...(openSidePanel
            ? [{ label: t('popup.menu.panel'), icon: 'sidebar' as const, onSelect: openSidePanel }]
            : []),
          {
            label: t('popup.menu.clock'),
            icon: 'clock',
            disabled: site.site.value === null,
            onSelect: () => (comparing.value = true),
          },
          { label: t('popup.menu.help'), icon: 'help', onSelect: () => open('#/help') },
        ]}
      />
      {comparing.value && <ClockDialog onClose={() => (comparing.value = false)} />}
    </>
  );
}
