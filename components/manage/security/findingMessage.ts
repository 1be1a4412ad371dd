import type { Finding, FindingKind } from '../../../lib/vault';
import { t } from '../../ui';

/** The message for each kind of finding in the stored data. */
const words = {
  'format-newer': () => t('security.findings.formatNewer'),
  'store-empty': () => t('security.findings.storeEmpty'),
  'store-behind': () => t('security.findings.storeBehind'),
  'store-unavailable': () => t('security.findings.storeUnavailable'),
  'store-lost': () => t('security.findings.storeLost'),
  'store-foreign': () => t('security.findings.storeForeign'),
  'head-damaged': () => t('security.findings.headDamaged'),
  'head-rolled-back': () => t('security.findings.headRolledBack'),
  'vault-rolled-back': () => t('security.findings.vaultRolledBack'),
  'record-missing': () => t('security.findings.recordMissing'),
  'record-damaged': () => t('security.findings.recordDamaged'),
  'record-replayed': () => t('security.findings.recordReplayed'),
  'record-leftover': () => t('security.findings.recordLeftover'),
  'record-foreign': () => t('security.findings.recordForeign'),
} satisfies Record<FindingKind, () => string>;

/** Returns the message for a finding. Tells whether the finding was repaired or, for a rollback, what to do. */
export function findingMessage({ kind, healed }: Finding): string {
  if (kind === 'vault-rolled-back') return words[kind]();
  return `${words[kind]()} ${healed ? t('security.findings.healed') : t('security.findings.kept')}`;
}
