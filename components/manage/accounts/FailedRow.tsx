import type { EntrySummary } from '../../../lib/vault';
import { Button, errorMessage, type RowPlace, t, useToast } from '../../ui';
import { useManage } from '../ManageContext';
import css from './Accounts.module.css';

/** Stands in for the row of an account that can't be rendered. The user can delete the account, with undo. */
export function FailedRow({ entry, place }: { entry: EntrySummary; place: RowPlace }) {
  const { accounts } = useManage();
  const toast = useToast();
  const remove = () =>
    accounts.remove([entry.id]).then(
      (undo) =>
        toast({ text: t('manage.accounts.deleted', [entry.issuer || entry.account]), undo }),
      (error: unknown) => toast({ text: errorMessage(error) }),
    );
  return (
    <div {...place} class={css['failed']}>
      <span>{t('boundary.row')}</span>
      <Button variant="quiet" onClick={() => void remove()}>
        {t('boundary.delete')}
      </Button>
    </div>
  );
}
