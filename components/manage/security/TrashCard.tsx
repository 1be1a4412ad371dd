import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SecurityView } from '../../stores/createSecurityStore';
import {
  Banner,
  Button,
  Card,
  dateTime,
  InlineFacts,
  FormDialog,
  t,
  useAction,
  useToast,
} from '../../ui';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';
import { useHashPath } from '../useHashPath';

/** Entries that were deleted in the last 30 days. */
export function TrashCard({ view }: { readonly view: SecurityView }) {
  const store = useSecurity();
  const toast = useToast();
  const action = useAction();
  const asking = useSignal(false);
  const card = useRef<HTMLDivElement>(null);
  useHashPath('#/security/trash', () => {
    card.current?.scrollIntoView();
    card.current?.focus();
  });
  async function restore(id: string): Promise<void> {
    if (await action.run(() => store.restoreEntry(id)))
      toast({ text: t('security.trash.restored'), undo: () => store.removeEntry(id) });
  }
  const empty = () =>
    action
      .run(() => store.purge(view.trash.map(({ id }) => id)))
      .then(() => (asking.value = false));
  return (
    <div ref={card} tabIndex={-1} class={css['target']}>
      <Card
        title={t('security.trash.title')}
        hint={t('security.trash.hint')}
        actions={
          view.trash.length > 0 && (
            <Button onClick={() => (asking.value = true)}>{t('security.trash.empty')}</Button>
          )
        }
      >
        {action.failure && <Banner tone="danger">{action.failure}</Banner>}
        {view.trash.length === 0 && <p>{t('security.trash.none')}</p>}
        <ul class={css['rows']}>
          {view.trash.map(({ id, issuer, account, deletedAt }) => (
            <li key={id} class={css['row']}>
              <div class={css['words']}>
                <strong>{issuer || account}</strong>
                <p>
                  <InlineFacts
                    of={[account, t('security.trash.removedAt', [dateTime(deletedAt ?? 0)])]}
                  />
                </p>
              </div>
              <Button
                icon="undo"
                aria-label={t('security.trash.restoreOne', [issuer || account])}
                onClick={() => void restore(id)}
              >
                {t('security.trash.restore')}
              </Button>
            </li>
          ))}
        </ul>
        {asking.value && (
          <FormDialog
            title={t('security.trash.empty')}
            submit={t('security.trash.purge')}
            danger
            busy={action.busy}
            onSubmit={() => void empty()}
            onClose={() => (asking.value = false)}
          >
            <p>{t('security.trash.purgeWords')}</p>
          </FormDialog>
        )}
      </Card>
    </div>
  );
}
