import { CopyButton, t } from '../../ui';
import css from './SecretKey.module.css';

export interface SecretKeyProps {
  /** The secret in base32, with or without spaces. */
  readonly secretKey: string;
  readonly account: string;
}

const bare = (key: string) => key.replaceAll(/\s/g, '');

/** The secret as text in groups of four characters, for apps that can't scan. */
export const SecretKey = ({ secretKey, account }: SecretKeyProps) => (
  <div class={css['key']}>
    <p>{t('companion.setUp.cantScan')}</p>
    <dl>
      <dt>{t('companion.setUp.account')}</dt>
      <dd>{account}</dd>
      <dt>{t('companion.setUp.secretKey')}</dt>
      <dd>
        <code dir="ltr">{bare(secretKey).replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </dd>
    </dl>
    <CopyButton text={() => bare(secretKey)} label={t('companion.setUp.copyKey')} />
  </div>
);
