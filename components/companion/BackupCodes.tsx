import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { Button, CopyButton, t } from '../ui';
import css from './BackupCodes.module.css';
import { useCompanion } from './CompanionContext';
import { downloadText } from './downloadText';
import { FormProblem } from './FormProblem';

export interface BackupCodesProps {
  readonly codes: readonly string[];
  /** The account's name, as the authenticator shows it. */
  readonly account: string;
  /** Called once the codes are saved in the authenticator. */
  readonly onSaved: () => void;
}

/** Shows backup codes once, with buttons to copy, download and print them or to send them to the authenticator. */
export function BackupCodes({ codes, account, onSaved }: BackupCodesProps) {
  const { keepCodes, watchSavedCodes } = useCompanion();
  const heading = useId();
  const issuer = t('companion.service');
  const failed = useSignal(false);
  useEffect(() => watchSavedCodes({ issuer, account, codes }, onSaved), [account, codes]);
  const keep = () =>
    keepCodes({ issuer, account, codes }).then(
      () => (failed.value = false),
      () => (failed.value = true),
    );
  return (
    <div class={css['kept']}>
      <div class={css['sheet']}>
        <h4 id={heading} class={css['heading']}>
          {t('companion.codes.printTitle', [issuer, account])}
        </h4>
        <ol class={css['codes']} aria-label={t('companion.codes.label')}>
          {codes.map((code) => (
            <li key={code}>
              <code dir="ltr">{code}</code>
            </li>
          ))}
        </ol>
        <p class={css['note']}>{t('companion.codes.printText')}</p>
      </div>
      <div class={css['actions']}>
        <CopyButton text={() => codes.join('\n')} label={t('companion.codes.copy')} />
        <Button
          icon="download"
          onClick={() =>
            downloadText(
              t('companion.codes.file', [issuer.toLowerCase()]),
              [t('companion.codes.printTitle', [issuer, account]), '', ...codes, ''].join('\n'),
            )
          }
        >
          {t('companion.codes.download')}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {t('companion.codes.print')}
        </Button>
        <Button icon="shield" onClick={() => void keep()}>
          {t('companion.codes.save')}
        </Button>
      </div>
      {failed.value && <FormProblem text={t('companion.codes.failed')} />}
    </div>
  );
}
