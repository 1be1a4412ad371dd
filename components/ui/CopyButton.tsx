import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from './Button';
import { t } from './words';

export interface CopyButtonProps {
  /** Returns the text to copy. Called on click. */
  readonly text: () => string;
  /** The label. Default: "Copy". */
  readonly label?: string;
  /** Copies a text. By default, copies to the browser's clipboard. */
  readonly copy?: (text: string) => Promise<void>;
  readonly variant?: 'secondary' | 'quiet';
}

const toClipboard = (text: string) => navigator.clipboard.writeText(text);

/** A button that copies a text. Its label shows a confirmation for two seconds. */
export function CopyButton({ text, label, copy = toClipboard, variant }: CopyButtonProps) {
  const copied = useSignal(false);
  useEffect(() => {
    if (!copied.value) return undefined;
    const timer = setTimeout(() => (copied.value = false), 2_000);
    return () => clearTimeout(timer);
  }, [copied.value]);
  return (
    <Button
      icon={copied.value ? 'check' : 'copy'}
      variant={variant ?? 'secondary'}
      onClick={() => void copy(text()).then(() => (copied.value = true))}
    >
      <span aria-live="polite">{copied.value ? t('ui.copied') : (label ?? t('ui.copy'))}</span>
    </Button>
  );
}
