import type { GestureResult } from '../../lib/authenticator/fill';
import { t } from '../ui/words';

/** The message for each result of filling a code. */
export const fillMessages: Record<GestureResult, () => string> = {
  field: () => t('popup.fill.done'),
  boxes: () => t('popup.fill.done'),
  none: () => t('popup.fill.none'),
  elsewhere: () => t('popup.fill.elsewhere'),
  forbidden: () => t('popup.fill.forbidden'),
  refused: () => t('popup.fill.refused'),
  used: () => t('popup.fill.used'),
  frame: () => t('popup.fill.inFrame'),
  locked: () => t('popup.fill.locked'),
  unbound: () => t('popup.fill.unbound'),
  several: () => t('popup.fill.several'),
  insecure: () => t('popup.fill.insecure'),
};
