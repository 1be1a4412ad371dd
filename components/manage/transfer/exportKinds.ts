import type { ExportKind } from '../../stores/createExportStore';
import { t } from '../../ui';

export interface ExportChoice {
  readonly value: ExportKind;
  readonly label: string;
  /** A description of the format, in one sentence. */
  readonly words: string;
}

/** Returns the formats of an export, with their labels. */
export const exportKinds = (): readonly ExportChoice[] => [
  {
    value: 'aegisEncrypted',
    label: t('transfer.kinds.aegisEncrypted'),
    words: t('transfer.kinds.aegisEncryptedWords'),
  },
  { value: 'aegis', label: t('transfer.kinds.aegis'), words: t('transfer.kinds.plainWords') },
  {
    value: 'otpauthList',
    label: t('transfer.kinds.list'),
    words: t('transfer.kinds.plainWords'),
  },
  { value: 'twoFas', label: t('transfer.kinds.twoFas'), words: t('transfer.kinds.plainWords') },
  {
    value: 'bitwarden',
    label: t('transfer.kinds.bitwarden'),
    words: t('transfer.kinds.plainWords'),
  },
  { value: 'google', label: t('transfer.kinds.google'), words: t('transfer.kinds.googleWords') },
  { value: 'print', label: t('transfer.kinds.print'), words: t('transfer.kinds.printWords') },
];
