import { useSignal } from '@preact/signals';
import type { Finding } from '../../../lib/vault';
import type { SecurityView } from '../../stores/createSecurityStore';
import { Banner, Button, Card, dateTime, InlineFacts, plural, t, useAction } from '../../ui';
import { findingMessage } from './findingMessage';
import { GiveUpDialog } from './GiveUpDialog';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';

const isOther = ({ kind }: Finding) => kind === 'store-foreign' || kind === 'record-foreign';

/** The result of the last check, and a button to check now. */
export function HealthCard({ view }: { readonly view: SecurityView }) {
  const store = useSecurity();
  const action = useAction();
  const givingUp = useSignal(false);
  const { report, status } = view;
  const types = new Set(view.slots.filter(({ pending }) => !pending).map(({ type }) => type));
  const needsKey = types.has('passphrase') && !types.has('recovery');
  const findings = report?.findings ?? [];
  const unhealed = findings.filter(({ healed }) => !healed);
  // This version of Tessera can't change data of a newer version.
  const readOnly = findings.some(({ kind }) => kind === 'format-newer');
  const damaged = !readOnly && unhealed.some((one) => one.id !== undefined && !isOther(one));
  const others = !readOnly && unhealed.some(isOther);
  const rolledBack = findings.some(({ kind }) => kind === 'vault-rolled-back');
  const sentences = [...new Set(findings.map(findingMessage))];
  return (
    <Card
      title={t('security.health.title')}
      hint={t('security.health.hint')}
      actions={
        <Button busy={action.busy} onClick={() => void action.run(() => store.check())}>
          {t('security.health.check')}
        </Button>
      }
    >
      {action.failure && <Banner tone="danger">{action.failure}</Banner>}
      <output>
        {report === null ? (
          t('security.health.unknown')
        ) : (
          <InlineFacts
            of={[
              plural('security.health.records', report.records),
              report.sound === report.records
                ? t('security.health.allSound')
                : plural('security.health.unsound', report.records - report.sound),
              ...(rolledBack
                ? []
                : [
                    unhealed.some(({ kind }) => kind.startsWith('store-'))
                      ? t('security.health.oneStore')
                      : t('security.health.inStep'),
                  ]),
              status.newestAt === null
                ? t('security.health.noBackup')
                : t('security.health.lastBackup', [dateTime(status.newestAt)]),
              ...(needsKey ? [t('security.health.noRecovery')] : []),
              t('security.health.checkedAt', [dateTime(report.checkedAt)]),
            ]}
          />
        )}
      </output>
      {sentences.length > 0 && (
        <Banner
          tone={unhealed.length > 0 ? 'warning' : 'info'}
          title={t('security.health.found')}
          actions={
            (damaged || others || rolledBack) && (
              <>
                {rolledBack && (
                  <Button
                    busy={action.busy}
                    onClick={() => void action.run(() => store.acceptRollback())}
                  >
                    {t('security.health.acceptRollback')}
                  </Button>
                )}
                {damaged && (
                  <Button
                    variant="danger"
                    busy={action.busy}
                    onClick={() => void action.run(() => store.discardDamaged())}
                  >
                    {t('security.health.discard')}
                  </Button>
                )}
                {others && (
                  <Button onClick={() => (givingUp.value = true)}>
                    {t('security.health.giveUp')}
                  </Button>
                )}
              </>
            )
          }
        >
          <ul class={css['plain']}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Banner>
      )}
      {givingUp.value && <GiveUpDialog onClose={() => (givingUp.value = false)} />}
    </Card>
  );
}
