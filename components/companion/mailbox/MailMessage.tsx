import type { Mail } from '../stores';
import { dateTime, QrCode, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { SecretKey } from '../security/SecretKey';
import css from './MailMessage.module.css';
import { mailBody, mailSubject } from './mailText';

/** One message of the mailbox. */
export function MailMessage({ mail }: { readonly mail: Mail }) {
  const { qrMatrix } = useCompanion();
  const { secret } = mail;
  return (
    <article class={css['letter']} aria-labelledby="mail-subject">
      <h2 id="mail-subject">{mailSubject(mail)}</h2>
      <dl class={css['head']}>
        <dt>{t('companion.mailbox.from')}</dt>
        <dd>{t('companion.mailbox.sender', [t('companion.service')])}</dd>
        <dt>{t('companion.mailbox.to')}</dt>
        <dd>{mail.to}</dd>
        <dt>{t('companion.mailbox.date')}</dt>
        <dd>{dateTime(mail.at)}</dd>
      </dl>
      <p>{mailBody(mail)}</p>
      {secret?.otpauth && (
        <>
          <ol class={css['steps']}>
            <li>{t('companion.mailbox.stepScan')}</li>
            <li>{t('companion.mailbox.stepSignIn')}</li>
            <li>{t('companion.mailbox.stepCodes')}</li>
          </ol>
          <QrCode matrix={qrMatrix(secret.otpauth)} label={t('companion.mailbox.qr')} />
        </>
      )}
      {secret?.secretKey && <SecretKey secretKey={secret.secretKey} account={mail.to} />}
      {secret?.link && (
        <p>
          <a href={secret.link}>{t('companion.mailbox.openLink')}</a>
        </p>
      )}
    </article>
  );
}
