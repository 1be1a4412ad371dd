import type { OtherContent } from '../../lib/authenticator/import';
import { t } from '../ui';
import css from './Scan.module.css';

const words: Record<OtherContent['kind'], () => string> = {
  web: () => t('scan.other.web'),
  wifi: () => t('scan.other.wifi'),
  contact: () => t('scan.other.contact'),
  mail: () => t('scan.other.mail'),
  phone: () => t('scan.other.phone'),
  place: () => t('scan.other.place'),
  event: () => t('scan.other.event'),
  text: () => t('scan.other.text'),
};

/** Codes that set up no account: what they are, as text and never as a link. */
export const OtherContents = ({ others }: { readonly others: readonly OtherContent[] }) => (
  <>
    {others.map(({ kind, text }) => (
      <div key={text} class={css['other']}>
        <p>
          {t('errors.scan.notOtpauth')} {words[kind]()}
        </p>
        {kind !== 'wifi' && text && <code>{text}</code>}
      </div>
    ))}
  </>
);
