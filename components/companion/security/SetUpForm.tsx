import { useEffect } from 'preact/hooks';
import type { Refusal, SetUp } from '../stores';
import { Checkbox, QrCode, t } from '../../ui';
import { BackupCodes } from '../BackupCodes';
import { CodeField } from '../CodeField';
import { useCompanion } from '../CompanionContext';
import { digitsOf, isCode } from '../digitsOf';
import { FormProblem } from '../FormProblem';
import { SaveAdvice } from '../SaveAdvice';
import { useForm } from '../useForm';
import { accountIn } from './accountIn';
import { SecretKey } from './SecretKey';
import css from './SetUpForm.module.css';

export interface SetUpFormProps {
  /** The id of the form, for a submit button outside of the form. */
  readonly id: string;
  readonly setUp: SetUp;
  /** The level of the form's three headings, below the heading of the page or dialog. */
  readonly heading: 'h2' | 'h3';
  readonly verify: (code: string) => Promise<Refusal | null>;
  readonly onBusy: (busy: boolean) => void;
  readonly onDone: () => void;
}

/** The setup of 2FA in one view: QR code, secret key, backup codes and the field for the first code. */
export function SetUpForm(props: SetUpFormProps) {
  const { id, setUp, heading: Heading, verify, onBusy, onDone } = props;
  const { qrMatrix } = useCompanion();
  const form = useForm({
    initial: { code: '', saved: '' },
    check: ({ code, saved }) => ({
      ...(!isCode(code) && { code: t('companion.refusals.malformed_code') }),
      ...(saved === '' && { saved: t('companion.codes.savedRequired') }),
    }),
    async act({ code }) {
      const refusal = await verify(digitsOf(code));
      if (!refusal) onDone();
      return refusal;
    },
    fieldOf: { wrong_code: 'code', malformed_code: 'code' },
  });
  useEffect(() => onBusy(form.busy.value), [form.busy.value]);
  const saved = form.field('saved');
  return (
    <form id={id} class={css['form']} noValidate onSubmit={form.onSubmit}>
      <section class={css['scan']}>
        <Heading>{t('companion.setUp.scan')}</Heading>
        <p>{t('companion.setUp.scanText')}</p>
        <QrCode matrix={qrMatrix(setUp.otpauth)} label={t('companion.setUp.qr')} />
        <SecretKey secretKey={setUp.secretKey} account={accountIn(setUp.otpauth)} />
      </section>
      <section class={css['save']}>
        <Heading>{t('companion.setUp.save')}</Heading>
        <SaveAdvice />
        <BackupCodes
          codes={setUp.backupCodes}
          account={accountIn(setUp.otpauth)}
          onSaved={() => saved.onInput('yes')}
        />
        <Checkbox
          label={t('companion.codes.saved')}
          checked={saved.value !== ''}
          onChange={(checked) => saved.onInput(checked ? 'yes' : '')}
        />
        {saved.error && <FormProblem text={saved.error} />}
      </section>
      <section class={css['verify']}>
        <Heading>{t('companion.setUp.verify')}</Heading>
        <CodeField
          label={t('companion.setUp.code')}
          hint={t('companion.setUp.expires')}
          {...form.field('code')}
        />
        <FormProblem text={form.problem.value} />
      </section>
    </form>
  );
}
