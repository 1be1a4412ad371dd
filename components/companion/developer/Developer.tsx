import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Banner, Button, Card, dateTime, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { DemoPage } from '../frame/DemoPage';
import { PageTitle } from '../PageTitle';
import { refusalMessage } from '../refusalMessage';
import { ConfirmDialog } from '../ConfirmDialog';
import css from './Developer.module.css';

const minute = 60_000;
const steps = [
  ['minute', minute],
  ['tenMinutes', 10 * minute],
  ['hour', 60 * minute],
  ['day', 24 * 60 * minute],
  ['week', 7 * 24 * 60 * minute],
] as const;

/** The controls of the demo itself, for its clock, its people and a second browser. */
export function Developer() {
  const { demo } = useCompanion();
  const move = useAction(demo.setClock);
  const asking = useSignal(false);
  useEffect(() => void demo.load(), []);
  const now = demo.demo.value?.now ?? 0;
  const offset = demo.demo.value?.clockOffset ?? 0;
  return (
    <DemoPage>
      <div class={css['page']}>
        <PageTitle>{t('companion.developer.title')}</PageTitle>
        <Banner tone="warning">{t('companion.developer.marked')}</Banner>
        <Card title={t('companion.developer.clock')} hint={t('companion.developer.clockHint')}>
          <p>
            <strong class={css['time']}>{dateTime(now)}</strong>{' '}
            {offset === 0 ? t('companion.developer.real') : t('companion.developer.moved')}
          </p>
          <div class={css['row']}>
            {steps.map(([name, by]) => (
              <Button key={name} onClick={() => void move.run(offset + by)}>
                {t(`companion.developer.${name}`)}
              </Button>
            ))}
            <Button disabled={offset === 0} onClick={() => void move.run(0)}>
              {t('companion.developer.setBack')}
            </Button>
          </div>
          {move.failure && <FormProblem text={refusalMessage(move.failure)} />}
        </Card>
        <Card
          title={t('companion.developer.browsers')}
          hint={t('companion.developer.browsersHint')}
        >
          <div>
            <Button icon="window" onClick={demo.openAnotherBrowser}>
              {t('companion.developer.another')}
            </Button>
          </div>
        </Card>
        <Card title={t('companion.developer.reset')} hint={t('companion.developer.resetText')}>
          <div>
            <Button icon="refresh" onClick={() => (asking.value = true)}>
              {t('companion.developer.reset')}
            </Button>
          </div>
        </Card>
        {asking.value && (
          <ConfirmDialog
            danger
            title={t('companion.developer.resetTitle')}
            confirm={t('companion.developer.reset')}
            act={demo.reset}
            done={t('companion.developer.resetDone')}
            onClose={() => (asking.value = false)}
          >
            {t('companion.developer.resetText')}
          </ConfirmDialog>
        )}
      </div>
    </DemoPage>
  );
}
