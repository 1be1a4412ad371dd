import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { IconPack } from '../../../lib/vault';
import {
  Banner,
  Button,
  Card,
  errorMessage,
  FormDialog,
  InlineFacts,
  number,
  plural,
  Progress,
  t,
  useAction,
  useToast,
} from '../../ui';
import css from '../Rows.module.css';
import { type IconTools, useManage } from '../ManageContext';

/** The progress of adding a pack. `all` is 0 while the file is read. */
interface Adding {
  readonly stop: AbortController;
  readonly done: number;
  readonly all: number;
}

/** The installed icon packs, with buttons to add and remove them. */
export function IconPacks({ tools }: { readonly tools: IconTools }) {
  const { accounts } = useManage();
  const toast = useToast();
  const picker = useRef<HTMLInputElement>(null);
  const packs = useSignal<readonly IconPack[]>([]);
  const adding = useSignal<Adding | null>(null);
  const failure = useSignal('');
  const removing = useSignal<IconPack | null>(null);
  const action = useAction();

  const reload = async () => {
    packs.value = await tools.packs().catch(() => []);
  };
  useEffect(() => {
    void reload();
    return () => adding.peek()?.stop.abort();
  }, []);

  async function add(file: Blob): Promise<void> {
    const stop = new AbortController();
    const { signal } = stop;
    adding.value = { stop, done: 0, all: 0 };
    failure.value = '';
    try {
      const onProgress = (done: number, all: number) => (adding.value = { stop, done, all });
      const { pack, left, matched } = await tools.install(file, { signal, onProgress });
      const words = [
        t('manage.packs.added', [pack.name]),
        ...(matched > 0 ? [plural('manage.packs.matched', matched)] : []),
        ...(left > 0 ? [plural('manage.packs.left', left)] : []),
      ];
      toast({ text: words.join(' ') });
      await Promise.all([reload(), accounts.reload()]);
    } catch (error) {
      if (!signal.aborted) failure.value = errorMessage(error);
    } finally {
      adding.value = null;
    }
  }

  const remove = async ({ uuid, name }: IconPack) => {
    if (!(await action.run(() => tools.removePack(uuid)))) return;
    removing.value = null;
    toast({ text: t('manage.packs.removed', [name]) });
    await reload();
  };

  const running = adding.value;
  return (
    <Card
      title={t('manage.packs.title')}
      hint={t('manage.packs.hint')}
      actions={
        <Button icon="plus" disabled={running !== null} onClick={() => picker.current?.click()}>
          {t('manage.packs.add')}
        </Button>
      }
    >
      <input
        ref={picker}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('manage.packs.add')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void add(file);
          currentTarget.value = '';
        }}
      />
      {running && (
        <div class={css['row']}>
          <div class={css['words']}>
            <Progress
              label={
                running.all === 0
                  ? t('manage.packs.reading')
                  : t('manage.packs.drawing', [number(running.done), number(running.all)])
              }
              value={running.all === 0 ? null : running.done / running.all}
            />
          </div>
          <Button onClick={() => running.stop.abort()}>{t('ui.cancel')}</Button>
        </div>
      )}
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
      {packs.value.length === 0 && !running && <p>{t('manage.packs.none')}</p>}
      {packs.value.length > 0 && (
        <ul class={css['rows']}>
          {packs.value.map((pack) => (
            <li key={pack.uuid} class={css['row']}>
              <div class={css['words']}>
                <strong dir="auto">{pack.name}</strong>
                <p>
                  <InlineFacts
                    of={[
                      plural('manage.packs.count', pack.icons.length),
                      t('manage.packs.version', [number(pack.version)]),
                    ]}
                  />
                </p>
              </div>
              <Button
                aria-label={t('manage.packs.removeOne', [pack.name])}
                onClick={() => (removing.value = pack)}
              >
                {t('manage.packs.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {removing.value && (
        <FormDialog
          title={t('manage.packs.removeAsk', [removing.value.name])}
          submit={t('manage.packs.remove')}
          danger
          busy={action.busy}
          failure={action.failure}
          onSubmit={() => removing.value && void remove(removing.value)}
          onClose={() => (removing.value = null)}
        >
          <p>{t('manage.packs.removeWords')}</p>
        </FormDialog>
      )}
    </Card>
  );
}
