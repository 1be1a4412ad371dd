import { Icon, number, plural, VisuallyHidden } from '../ui';

export interface BackupCodesLeftProps {
  readonly count: number;
  /** Edge length of the drawing in CSS pixels. */
  readonly size: number;
  readonly class: string | undefined;
}

/** How many backup codes an account has left: a figure for the eye, a sentence for screen readers. */
export function BackupCodesLeft({ count, size, class: look }: BackupCodesLeftProps) {
  const words = plural('popup.backupCodesLeft', count);
  return (
    <span class={look} title={words}>
      <Icon name="ticket" size={size} />
      <span aria-hidden="true">{number(count)}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
