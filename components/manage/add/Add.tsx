import type { ComponentChildren } from 'preact';
import type { AddStore } from '../../stores/createAddStore';
import { t } from '../../ui';
import { SectionPage } from '../SectionPage';
import { AddByKey } from './AddByKey';

export interface AddProps {
  readonly store: AddStore;
  /** The options to add by picture, above the form. */
  readonly children?: ComponentChildren;
}

/** Every way to add an account by hand or by scanning. */
export const Add = ({ store, children }: AddProps) => (
  <SectionPage title={t('manage.add.title')} hint={t('manage.add.hint')}>
    {children}
    <AddByKey store={store} />
  </SectionPage>
);
