import type { ImportRow } from '../../stores/ImportState';
import { Checkbox, cx, t } from '../../ui';
import { accountName } from './accountName';
import css from './Transfer.module.css';

export interface PreviewRowProps {
  readonly row: ImportRow;
  readonly onChoose: (chosen: boolean) => void;
}

/** One account that a file holds, with whether the vault has it already. */
export function PreviewRow({ row, onChoose }: PreviewRowProps) {
  const { account, known, app } = row;
  const facts = [
    account.issuer && account.account,
    app,
    account.otp.kind === 'totp' ? '' : account.otp.kind.toUpperCase(),
    account.otp.algorithm === 'SHA1' ? '' : account.otp.algorithm,
    ...(account.tags ?? []),
  ].filter((fact) => fact !== '');
  return (
    <li class={css['row']}>
      <Checkbox
        label={
          <span class={css['names']}>
            <strong>{accountName(account)}</strong>
            <span>{facts.join(' · ')}</span>
          </span>
        }
        checked={row.chosen}
        onChange={onChoose}
      />
      <Mark same={known?.same ?? 'none'} />
    </li>
  );
}

const Mark = ({ same }: { readonly same: 'none' | 'secret' | 'names' }) => {
  if (same === 'secret') return <span class={css['mark']}>{t('transfer.import.same')}</span>;
  return same === 'names' ? (
    <span class={cx(css['mark'], css['conflict'])}>{t('transfer.import.conflict')}</span>
  ) : (
    <span class={cx(css['mark'], css['new'])}>{t('transfer.import.new')}</span>
  );
};
