import { useSignal } from '@preact/signals';
import { Card, Checkbox, t, TextArea } from '../../ui';
import css from './Transfer.module.css';

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n,;]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/**
 * Helps a user whose app has no export. Turns a typed list of sites into a checklist for setting up 2FA again on
 * each site.
 */
export function ReEnrol() {
  const sites = useSignal('');
  const done = useSignal<ReadonlySet<string>>(new Set());
  const mark = (site: string, on: boolean) => {
    const next = new Set(done.value);
    if (on) next.add(site);
    else next.delete(site);
    done.value = next;
  };
  return (
    <Card title={t('transfer.reEnrol.title')} hint={t('transfer.reEnrol.hint')}>
      <div class={css['form']}>
        <ol class={css['steps']}>
          <li>{t('transfer.reEnrol.first')}</li>
          <li>{t('transfer.reEnrol.second')}</li>
          <li>{t('transfer.reEnrol.third')}</li>
        </ol>
        <TextArea
          label={t('transfer.reEnrol.sites')}
          hint={t('transfer.reEnrol.sitesHint')}
          rows={4}
          value={sites.value}
          onInput={(text) => (sites.value = text)}
        />
        <ul class={css['rows']} aria-label={t('transfer.reEnrol.list')}>
          {linesOf(sites.value).map((site) => (
            <li key={site} class={css['row']}>
              <Checkbox
                label={site}
                checked={done.value.has(site)}
                onChange={(on) => mark(site, on)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
