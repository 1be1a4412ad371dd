import type { WorkspaceRef } from '../stores';
import { Button, Dialog, Field, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { useForm } from '../useForm';
import css from './workspace.module.css';

export interface AddPersonDialogProps {
  readonly onClose: () => void;
  readonly workspace: WorkspaceRef;
}

/** Invites an address. The result is the same whether or not the address has an account. */
export function AddPersonDialog({ onClose, workspace }: AddPersonDialogProps) {
  const stores = useCompanion();
  const say = useToast();
  const form = useForm({
    initial: { email: '' },
    async act({ email }) {
      const refusal = await stores.workspace.invite(email.trim());
      if (!refusal) {
        say({ text: t('companion.users.added', [email.trim()]) });
        onClose();
      }
      return refusal;
    },
    fieldOf: { bad_address: 'email', already_member: 'email' },
  });
  return (
    <Dialog
      title={t('companion.users.addTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('companion.cancel')}</Button>
          <Button type="submit" form="add-person" variant="primary" busy={form.busy.value}>
            {t('companion.users.addSubmit')}
          </Button>
        </>
      }
    >
      <p>{t('companion.users.addText', [workspace.name])}</p>
      <form id="add-person" class={css['form']} noValidate onSubmit={form.onSubmit}>
        <Field label={t('companion.users.addEmail')} type="email" {...form.field('email')} />
        <FormProblem text={form.problem.value} />
      </form>
    </Dialog>
  );
}
