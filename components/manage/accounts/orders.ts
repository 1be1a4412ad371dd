import type { Preferences } from '../../../lib/authenticator/state';
import { t } from '../../ui';

/** Returns the sort orders of the list, with their labels. */
export const orders = (): readonly { value: Preferences['order']; label: string }[] => [
  { value: 'manual', label: t('manage.orders.manual') },
  { value: 'name', label: t('manage.orders.name') },
  { value: 'used', label: t('manage.orders.used') },
  { value: 'newest', label: t('manage.orders.newest') },
];
