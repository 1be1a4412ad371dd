import type { Candidate } from '../../lib/authenticator/import';
import { Field, t } from '../ui';
import { KnownChoice } from './KnownChoice';
import { PinField } from './PinField';
import { useScan } from './ScanContext';
import css from './Scan.module.css';

/** The only account that was found, with editable names and its current code. */
export function FoundOne({ candidate }: { readonly candidate: Candidate }) {
  const store = useScan();
  const { id, account, known } = candidate;
  return (
    <>
      <div class={css['names']}>
        <Field
          label={t('scan.issuer')}
          value={account.issuer}
          onInput={(issuer) => store.rename(id, { issuer })}
        />
        <Field
          label={t('scan.account')}
          value={account.account}
          onInput={(name) => store.rename(id, { account: name })}
        />
        <PinField candidate={candidate} onPin={(pin) => store.setPin(id, pin)} />
      </div>
      <p class={css['preview']}>
        <span>{t('scan.codeNow')}</span>
        <span class={css['code']} dir="ltr">
          {store.codeOf(candidate)}
        </span>
      </p>
      {known && <KnownChoice candidate={candidate} known={known} />}
    </>
  );
}
