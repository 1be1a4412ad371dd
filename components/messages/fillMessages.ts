import type { FillResult } from '../../lib/authenticator/fill';
import { t } from '../ui/words';

/** What the user is told about each result of filling a code. */
export const fillMessages: Record<FillResult, () => string> = {
  field: () => t('popup.fill.done'),
  boxes: () => t('popup.fill.done'),
  none: () => t('popup.fill.none'),
  elsewhere: () => t('popup.fill.elsewhere'),
  forbidden: () => t('popup.fill.forbidden'),
  spent: () => t('popup.fill.spent'),
  locked: () => t('popup.fill.locked'),
  unbound: () => t('popup.fill.unbound'),
  several: () => t('popup.fill.several'),
  insecure: () => t('popup.fill.insecure'),
};
