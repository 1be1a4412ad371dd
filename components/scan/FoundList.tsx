import { isChosen, isReady } from '../../lib/authenticator/import';
import type { Candidate } from '../../lib/authenticator/import';
import { Checkbox, t } from '../ui';
import { KnownChoice } from './KnownChoice';
import { nameOf } from './nameOf';
import { PinField } from './PinField';
import { useScan } from './ScanContext';
import css from './Scan.module.css';

/** Lists several accounts with check boxes. For an account that the vault already has, asks what to do. */
export function FoundList({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const store = useScan();
  const free = candidates.filter(({ known }) => !known);
  const checked = free.filter(isChosen).length;
  return (
    <>
      {free.length > 1 && (
        <Checkbox
          label={t('scan.all')}
          checked={checked === free.length}
          indeterminate={checked > 0 && checked < free.length}
          onChange={(on) => free.forEach(({ id }) => store.choose(id, on ? 'add' : 'skip'))}
        />
      )}
      <ul class={css['list']}>
        {candidates.map((candidate) => (
          <li key={candidate.id} class={css['item']}>
            {candidate.known ? (
              <>
                <Names candidate={candidate} />
                <KnownChoice candidate={candidate} known={candidate.known} />
              </>
            ) : (
              <Checkbox
                label={<Names candidate={candidate} />}
                checked={isChosen(candidate)}
                disabled={!isReady(candidate)}
                onChange={(on) => store.choose(candidate.id, on ? 'add' : 'skip')}
              />
            )}
            <PinField candidate={candidate} onPin={(pin) => store.setPin(candidate.id, pin)} />
          </li>
        ))}
      </ul>
    </>
  );
}

const Names = ({ candidate: { account } }: { readonly candidate: Candidate }) => (
  <span class={css['both']}>
    <strong>{nameOf(account)}</strong>
    {account.issuer && <span>{account.account}</span>}
  </span>
);
