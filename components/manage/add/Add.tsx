import type { ComponentChildren } from 'preact';
import type { AddStore } from '../../stores/createAddStore';
import { Card, t } from '../../ui';
import { KeyForm } from '../../vault/KeyForm';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';

export interface AddProps {
  readonly store: AddStore;
  /** The options to add an account from an image, shown above the form. */
  readonly children?: ComponentChildren;
}

/** All ways to add an account, by scanning or by hand. */
export function Add({ store, children }: AddProps) {
  const { accounts, codes } = useManage();
  const showAccount = async (id: string) => {
    await accounts.reload();
    goTo(`#/account/${id}`);
  };
  return (
    <SectionPage title={t('manage.add.title')} hint={t('manage.add.hint')}>
      {children}
      <Card title={t('manage.add.byKey')} hint={t('manage.add.byKeyHint')}>
        <KeyForm store={store} group={codes.group} onSaved={showAccount} />
      </Card>
    </SectionPage>
  );
}
