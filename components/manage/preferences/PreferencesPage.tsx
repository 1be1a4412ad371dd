import { Banner, Card, Select, Switch, t } from '../../ui';
import { useManage } from '../ManageContext';
import { orders } from '../accounts/orders';
import { SectionPage } from '../SectionPage';
import { choices, lockAfter } from './choices';
import { type ClearingPermission, ClipboardClearing } from './ClipboardClearing';
import { ClockCard } from './ClockCard';
import { IconPacks } from './IconPacks';

export interface PreferencesPageProps {
  readonly clearing: ClearingPermission;
}

/** The appearance and behavior of the authenticator. Every change takes effect immediately in all open pages. */
export function PreferencesPage({ clearing }: PreferencesPageProps) {
  const { preferences, vaultStore, icons: iconTools } = useManage();
  const values = preferences.values.value;
  const fixed = preferences.isFixed;
  const set = (patch: Parameters<typeof preferences.set>[0]) => void preferences.set(patch);
  const words = choices();
  const anyFixed = Object.keys(preferences.policy.value.fixed).length > 0;

  return (
    <SectionPage title={t('manage.preferences.title')}>
      {anyFixed && <Banner>{t('manage.preferences.ruled')}</Banner>}
      <Card title={t('manage.preferences.look')}>
        <Select
          label={t('manage.preferences.theme')}
          value={values.theme}
          options={words.theme}
          disabled={fixed('theme')}
          onChange={(theme) => set({ theme })}
        />
        <Select
          label={t('manage.preferences.contrast')}
          value={values.contrast}
          options={words.contrast}
          disabled={fixed('contrast')}
          onChange={(contrast) => set({ contrast })}
        />
        <Select
          label={t('manage.preferences.density')}
          value={values.density}
          options={words.density}
          disabled={fixed('density')}
          onChange={(density) => set({ density })}
        />
        <Switch
          label={t('manage.preferences.icons')}
          hint={t('manage.preferences.iconsHint')}
          checked={values.icons}
          disabled={fixed('icons')}
          onChange={(icons) => set({ icons })}
        />
      </Card>
      <Card title={t('manage.preferences.codes')}>
        <Select
          label={t('manage.accounts.order')}
          value={values.order}
          options={orders()}
          disabled={fixed('order')}
          onChange={(order) => set({ order })}
        />
        <Switch
          label={t('manage.preferences.hideCodes')}
          hint={t('manage.preferences.hideCodesHint')}
          checked={values.hideCodes}
          disabled={fixed('hideCodes')}
          onChange={(hideCodes) => set({ hideCodes })}
        />
        <Switch
          label={t('manage.preferences.showNext')}
          hint={t('manage.preferences.showNextHint')}
          checked={values.showNext}
          disabled={fixed('showNext')}
          onChange={(showNext) => set({ showNext })}
        />
        <Switch
          label={t('manage.preferences.showSeconds')}
          hint={t('manage.preferences.showSecondsHint')}
          checked={values.showSeconds}
          disabled={fixed('showSeconds')}
          onChange={(showSeconds) => set({ showSeconds })}
        />
        <ClipboardClearing permission={clearing} />
      </Card>
      {!vaultStore.isFree.value && (
        <Card title={t('manage.preferences.lock')}>
          <Select
            label={t('manage.preferences.lockAfter')}
            hint={t('manage.preferences.lockAfterHint')}
            value={String(values.lockAfter)}
            options={lockAfter(values.lockAfter, preferences.policy.value.lockAfterAtMost)}
            disabled={fixed('lockAfter')}
            onChange={(minutes) => set({ lockAfter: Number(minutes) })}
          />
        </Card>
      )}
      {iconTools && <IconPacks tools={iconTools} />}
      <ClockCard />
    </SectionPage>
  );
}
