import { Tabs, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { PageTitle } from '../PageTitle';
import { Profile } from './Profile';
import { Sessions } from './Sessions';
import { Security } from '../security/Security';

const tabs = ['profile', 'security', 'sessions'] as const;
type Tab = (typeof tabs)[number];

/** A person's own settings, which are the same in every workspace. */
export function Preferences() {
  const { route } = useCompanion();
  const selected: Tab = tabs.find((tab) => tab === route.parts.value[1]) ?? 'profile';
  return (
    <>
      <PageTitle>{t('companion.preferences.title')}</PageTitle>
      <Tabs
        label={t('companion.preferences.title')}
        tabs={tabs.map((id) => ({ id, label: t(`companion.preferences.${id}`) }))}
        selected={selected}
        onSelect={(tab) => route.go(`/preferences/${tab}`)}
      >
        {selected === 'profile' && <Profile />}
        {selected === 'security' && <Security />}
        {selected === 'sessions' && <Sessions />}
      </Tabs>
    </>
  );
}
