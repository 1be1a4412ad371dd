import type { FillOutcome } from '../../lib/platform';
import { t } from '../ui/words';

/** What came of filling, or what kept a key or the menu of a field from it. */
export type FillWord = FillOutcome | 'locked' | 'unbound' | 'several' | 'insecure';

/** The same in a person's words. */
export const fillWords: Record<FillWord, () => string> = {
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
