import { useEffect } from 'preact/hooks';
import { Card, dateTime, EmptyState, plural, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { Link } from '../Link';
import { DemoPage } from '../frame/DemoPage';
import { PageTitle } from '../PageTitle';
import { MoreButton } from '../MoreButton';
import { MailMessage } from './MailMessage';
import css from './Mailbox.module.css';
import { mailSubject } from './mailText';

const toAddress = (address: string) => `/mailbox/${encodeURIComponent(address)}`;

/** The demo's mail: the addresses, the messages to one address, and one message. */
export function Mailbox() {
  const { mailbox, route } = useCompanion();
  const [, address, id] = route.parts.value;
  useEffect(() => void mailbox.load(address), [address]);
  const { rows: mails, next } = mailbox.mails.value;
  // The newest message is open until another message is selected.
  const mail = id === undefined ? mails[0] : mails.find((each) => each.id === id);
  return (
    <DemoPage>
      <div class={css['page']}>
        <PageTitle>{t('companion.mailbox.title')}</PageTitle>
        <p class={css['quiet']}>{t('companion.mailbox.intro')}</p>
        <div class={css['columns']}>
          <nav class={css['list']} aria-label={t('companion.mailbox.addresses')}>
            <h2>{t('companion.mailbox.addresses')}</h2>
            <ul>
              {mailbox.addresses.value.rows.map(({ address: email, count }) => (
                <li key={email}>
                  <Link to={toAddress(email)} class={css['item']} current={email === address}>
                    <strong>{email}</strong>
                    <span class={css['quiet']}>{plural('companion.mailbox.count', count)}</span>
                  </Link>
                </li>
              ))}
            </ul>
            <MoreButton
              next={mailbox.addresses.value.next}
              load={() => mailbox.moreAddresses(address)}
            />
          </nav>
          <div class={css['mails']}>
            {address && mails.length === 0 && (
              <EmptyState icon="mail" title={t('companion.mailbox.empty')} />
            )}
            {!address && <EmptyState icon="mail" title={t('companion.mailbox.choose')} />}
            {address && mails.length > 0 && (
              <nav class={css['list']} aria-label={address}>
                <ul>
                  {mails.map((each) => (
                    <li key={each.id}>
                      <Link
                        to={`${toAddress(address)}/${each.id}`}
                        class={css['item']}
                        current={each.id === mail?.id}
                      >
                        <strong>{mailSubject(each)}</strong>
                        <span class={css['quiet']}>{dateTime(each.at)}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
                <MoreButton next={next} load={() => mailbox.moreMails(address)} />
              </nav>
            )}
            {mail && (
              <Card>
                <MailMessage mail={mail} />
              </Card>
            )}
          </div>
        </div>
      </div>
    </DemoPage>
  );
}
