import { Card, t } from '../../ui';
import css from './Transfer.module.css';

const apps = () => [
  { name: 'Google Authenticator', words: t('transfer.apps.google') },
  { name: 'Authenticator (authenticator.cc)', words: t('transfer.apps.extension') },
  { name: 'Aegis', words: t('transfer.apps.aegis') },
  { name: '2FAS', words: t('transfer.apps.twoFas') },
  { name: 'Stratum, Ente Auth, Proton Authenticator', words: t('transfer.apps.file') },
  { name: 'Bitwarden, 1Password, Proton Pass, KeePass', words: t('transfer.apps.managers') },
  { name: 'LastPass Authenticator', words: t('transfer.apps.lastPass') },
  { name: 'Steam', words: t('transfer.apps.steam') },
];

const appsWithoutExport = () => ({
  name: t('transfer.reEnrol.title'),
  words: t('transfer.reEnrol.hint'),
});

const ExportCard = ({ of }: { readonly of: readonly ReturnType<typeof appsWithoutExport>[] }) => (
  <Card title={t('transfer.apps.title')}>
    <dl class={css['apps']}>
      {of.map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </Card>
);

/** Explains where to find the export in common apps. */
export const WhereToExport = () => <ExportCard of={apps()} />;

/** Also names the apps without an export, where no other card does. */
export const WhereToFindAccounts = () => <ExportCard of={[...apps(), appsWithoutExport()]} />;
