import type { ComponentChildren } from 'preact';
import type { AddStore } from '../../stores/createAddStore';
import { t } from '../../ui';
import { SectionPage } from '../SectionPage';
import { AddByKey } from './AddByKey';

export interface AddProps {
  readonly store: AddStore;
  /** The options to add an account from an image, shown above the form. */
  readonly children?: ComponentChildren;
}

/** All ways to add an account, by scanning or by hand. */
export const Add = ({ store, children }: AddProps) => (
  <SectionPage title={t('manage.add.title')} hint={t('manage.add.hint')}>
    {children}
    <AddByKey store={store} />
  </SectionPage>
);
