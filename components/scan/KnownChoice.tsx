import type { Candidate, Choice, Known } from '../../lib/authenticator/import';
import { Select, t } from '../ui';
import { nameOf } from './nameOf';
import { useScan } from './ScanContext';
import css from './Scan.module.css';

const choices = (): readonly { value: Choice; label: string }[] => [
  { value: 'skip', label: t('scan.choices.skip') },
  { value: 'add', label: t('scan.choices.keepBoth') },
  { value: 'replace', label: t('scan.choices.replace') },
];

export interface KnownChoiceProps {
  readonly candidate: Candidate;
  readonly known: Known;
}

/** Tells that the vault already has this account, and asks what to do. */
export function KnownChoice({ candidate, known }: KnownChoiceProps) {
  const store = useScan();
  const words = known.same === 'names' ? t('scan.knownNames') : t('scan.knownSecret');
  return (
    <div class={css['known']}>
      <Select
        label={t('scan.knownChoice', [nameOf(candidate.account)])}
        labelHidden
        hint={words}
        value={candidate.choice}
        options={choices()}
        onChange={(choice) => store.choose(candidate.id, choice)}
      />
    </div>
  );
}
