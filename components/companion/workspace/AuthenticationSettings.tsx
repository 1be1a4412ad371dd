import type { WorkspaceRef } from '../stores';
import { Card, t } from '../../ui';
import { EnforceSwitch } from './EnforceSwitch';
import css from './workspace.module.css';

/** Shows how members sign in. The only setting is the enforcement switch. */
export const AuthenticationSettings = ({ workspace }: { readonly workspace: WorkspaceRef }) => (
  <div class={css['page']}>
    <Card title={t('companion.authentication.signInTitle')}>
      <p>{t('companion.authentication.signInText')}</p>
    </Card>
    <Card title={t('companion.authentication.passwordTitle')}>
      <p>{t('companion.authentication.passwordText')}</p>
    </Card>
    <Card title={t('companion.authentication.sessionTitle')}>
      <p>{t('companion.authentication.sessionText')}</p>
    </Card>
    <Card title={t('companion.authentication.options')}>
      <EnforceSwitch workspace={workspace} />
    </Card>
  </div>
);
