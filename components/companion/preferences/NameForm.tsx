import { useSignal } from '@preact/signals';
import type { Me } from '../stores';
import { Button, Field, t, useToast } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { FormProblem } from '../FormProblem';
import { longestName } from '../longestName';
import { useForm } from '../useForm';
import css from './Profile.module.css';

/** A form that changes the name that others see. */
export function NameForm({ me }: { readonly me: Me }) {
  const { account, profile } = useCompanion();
  const say = useToast();
  const seen = useSignal(me.version);
  const form = useForm({
    initial: { name: me.name },
    async act({ name }) {
      const refusal = await profile.rename(name.trim(), seen.value);
      seen.value = account.me.value?.version ?? seen.value;
      if (!refusal) say({ text: t('companion.profile.saved') });
      return refusal;
    },
  });
  return (
    <form class={css['form']} noValidate onSubmit={form.onSubmit}>
      <Field
        label={t('companion.profile.name')}
        maxLength={longestName}
        autocomplete="name"
        {...form.field('name')}
      />
      <FormProblem text={form.problem.value} />
      <div>
        <Button type="submit" busy={form.busy.value}>
          {t('companion.profile.save')}
        </Button>
      </div>
    </form>
  );
}
