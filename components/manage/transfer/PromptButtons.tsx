import type { ComponentChildren } from 'preact';
import type { ImportStore } from '../../stores/createImportStore';
import { Button, t } from '../../ui';
import css from './Transfer.module.css';

export interface PromptButtonsProps {
  readonly store: Pick<ImportStore, 'skipFile' | 'cancel'>;
  /** Whether the import has other files, so that the current file can be skipped. */
  readonly canSkip: boolean;
  /** The primary button of the prompt. */
  readonly children: ComponentChildren;
}

/** The buttons of a prompt about a file. */
export const PromptButtons = ({ store, canSkip, children }: PromptButtonsProps) => (
  <div class={css['buttons']}>
    {children}
    {canSkip && <Button onClick={() => void store.skipFile()}>{t('transfer.import.skip')}</Button>}
    <Button onClick={() => store.cancel()}>{t('transfer.cancel')}</Button>
  </div>
);
