import { useEffect } from 'preact/hooks';
import { Card, dateTime, EmptyState, plural, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { Link } from '../Link';
import { PageTitle } from '../PageTitle';
import { MailMessage } from './MailMessage';
import css from './Mailbox.module.css';
import { mailSubject } from './mailText';

const toAddress = (address: string) => `/mailbox/${encodeURIComponent(address)}`;

/** The demo's mail: addresses, the messages of one, and one message. */
export function Mailbox() {
  const { mailbox, route } = useCompanion();
  const [, address, id] = route.parts.value;
  useEffect(() => void mailbox.load(address), [address]);
  const mails = mailbox.mails.value;
  const mail = mails.find((one) => one.id === id);
  return (
    <main id="content" class={css['page']} tabIndex={-1}>
      <PageTitle>{t('companion.mailbox.title')}</PageTitle>
      <p class={css['quiet']}>{t('companion.mailbox.intro')}</p>
      <div class={css['columns']}>
        <nav class={css['list']} aria-label={t('companion.mailbox.addresses')}>
          <h2>{t('companion.mailbox.addresses')}</h2>
          <ul>
            {mailbox.addresses.value.map(({ address: email, count }) => (
              <li key={email}>
                <Link to={toAddress(email)} class={css['item']} current={email === address}>
                  <strong>{email}</strong>
                  <span class={css['quiet']}>{plural('companion.mailbox.count', count)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class={css['mails']}>
          {address && mails.length === 0 && (
            <EmptyState icon="mail" title={t('companion.mailbox.empty')} />
          )}
          {!address && <EmptyState icon="mail" title={t('companion.mailbox.choose')} />}
          {address && mails.length > 0 && (
            <nav class={css['list']} aria-label={address}>
              <ul>
                {mails.map((one) => (
                  <li key={one.id}>
                    <Link
                      to={`${toAddress(address)}/${one.id}`}
                      class={css['item']}
                      current={one.id === id}
                    >
                      <strong>{mailSubject(one)}</strong>
                      <span class={css['quiet']}>{dateTime(one.at)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {mail && (
            <Card>
              <MailMessage mail={mail} />
            </Card>
          )}
        </div>
      </div>
    </main>
  );
}
