import type { Choice } from '../../../lib/authenticator/import';
import { t } from '../../ui';

/** What can be done with an account that conflicts with one of the vault. */
export const choices = (): readonly { readonly value: Choice; readonly label: string }[] => [
  { value: 'skip', label: t('scan.choices.skip') },
  { value: 'add', label: t('scan.choices.keepBoth') },
  { value: 'replace', label: t('scan.choices.replace') },
];
