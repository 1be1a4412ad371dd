import type { OtherContent } from '../../lib/authenticator/import';
import { t } from '../ui';
import css from './Scan.module.css';

const words: Record<OtherContent['kind'], (text: string) => string> = {
  maker: (app) => t('scan.other.maker', [app]),
  passkey: () => t('scan.other.passkey'),
  web: () => t('scan.other.web'),
  wifi: () => t('scan.other.wifi'),
  contact: () => t('scan.other.contact'),
  mail: () => t('scan.other.mail'),
  phone: () => t('scan.other.phone'),
  place: () => t('scan.other.place'),
  event: () => t('scan.other.event'),
  text: () => t('scan.other.text'),
};

/** Kinds of codes whose content isn't shown. */
const secretKinds: ReadonlySet<OtherContent['kind']> = new Set(['wifi', 'maker', 'passkey']);

/** Lists codes that don't set up an account. Shows their content as text, never as a link. */
export const OtherContents = ({ others }: { readonly others: readonly OtherContent[] }) => (
  <>
    {others.map(({ kind, text }) => (
      <div key={kind + text} class={css['other']}>
        <p>
          {t('errors.scan.notOtpauth')} {words[kind](text)}
        </p>
        {!secretKinds.has(kind) && text && <code>{text}</code>}
      </div>
    ))}
  </>
);
