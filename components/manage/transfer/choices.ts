import type { Choice } from '../../../lib/authenticator/import';
import { t } from '../../ui';

/** Returns the choices for an account that conflicts with an account in the vault. */
export const choices = (): readonly { readonly value: Choice; readonly label: string }[] => [
  { value: 'skip', label: t('scan.choices.skip') },
  { value: 'add', label: t('scan.choices.keepBoth') },
  { value: 'replace', label: t('scan.choices.replace') },
];
