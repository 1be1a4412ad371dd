import type { ExportKind } from '../../stores/createExportStore';
import { t } from '../../ui';

export interface ExportChoice {
  readonly value: ExportKind;
  readonly label: string;
  /** A description of the format, in one sentence. */
  readonly words: string;
  /** Which parts of an account the format includes. */
  readonly kept: string;
}

/** Returns the formats of an export, with their labels. */
export const exportKinds = (): readonly ExportChoice[] => [
  {
    value: 'aegisEncrypted',
    label: t('transfer.kinds.aegisEncrypted'),
    words: t('transfer.kinds.aegisEncryptedWords'),
    kept: t('transfer.kinds.aegisKept'),
  },
  {
    value: 'aegis',
    label: t('transfer.kinds.aegis'),
    words: t('transfer.kinds.plainWords'),
    kept: t('transfer.kinds.aegisKept'),
  },
  {
    value: 'otpauthList',
    label: t('transfer.kinds.list'),
    words: t('transfer.kinds.plainWords'),
    kept: t('transfer.kinds.namesKept'),
  },
  {
    value: 'twoFas',
    label: t('transfer.kinds.twoFas'),
    words: t('transfer.kinds.plainWords'),
    kept: t('transfer.kinds.twoFasKept'),
  },
  {
    value: 'bitwarden',
    label: t('transfer.kinds.bitwarden'),
    words: t('transfer.kinds.plainWords'),
    kept: t('transfer.kinds.bitwardenKept'),
  },
  {
    value: 'google',
    label: t('transfer.kinds.google'),
    words: t('transfer.kinds.googleWords'),
    kept: t('transfer.kinds.namesKept'),
  },
  {
    value: 'print',
    label: t('transfer.kinds.print'),
    words: t('transfer.kinds.printWords'),
    kept: t('transfer.kinds.namesKept'),
  },
];
