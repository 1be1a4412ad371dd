import { Button, Card, Field, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { longestName } from '../longestName';
import { useForm } from '../useForm';
import css from './workspace.module.css';

/** Creates a group without members or permission. */
export function NewGroup() {
  const { workspace } = useCompanion();
  const say = useToast();
  const form = useForm({
    initial: { name: '' },
    async act({ name }) {
      const refusal = await workspace.createGroup(name.trim());
      if (!refusal) {
        say({ text: t('companion.groups.created', [name.trim()]) });
        form.set({ name: '' });
      }
      return refusal;
    },
    fieldOf: { name_taken: 'name' },
  });
  return (
    <Card title={t('companion.groups.new')}>
      <form class={css['form']} noValidate onSubmit={form.onSubmit}>
        <Field label={t('companion.groups.name')} maxLength={longestName} {...form.field('name')} />
        <FormProblem text={form.problem.value} />
        <div>
          <Button type="submit" busy={form.busy.value}>
            {t('companion.groups.create')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
