import type { ReadonlySignal } from '@preact/signals';
import { t } from '../../ui';
import { useManage } from '../ManageContext';
import css from './Add.module.css';

/** The current code of the account that is being added, to compare with what the site expects. */
export function CodePreview({ code }: { readonly code: ReadonlySignal<string | null> }) {
  const { codes } = useManage();
  return (
    <div class={css['preview']}>
      <span>{t('manage.add.preview')}</span>
      <span class={css['code']} dir="ltr" data-testid="preview">
        {code.value === null ? '––– –––' : codes.group(code.value)}
      </span>
    </div>
  );
}
