import { Icon, number, plural, VisuallyHidden } from '../ui';

export interface BackupCodesLeftProps {
  readonly count: number;
  /** Edge length of the icon in CSS pixels. */
  readonly size: number;
  readonly class: string | undefined;
}

/** The number of remaining backup codes. Screen readers get a sentence instead of the number. */
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
