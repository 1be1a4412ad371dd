import { useSignal } from '@preact/signals';
import { Field, useAction } from '../../ui';

const most = 999;

export interface CountFieldProps {
  readonly label: string;
  /** The stored count. */
  readonly value: number;
  readonly save: (count: number) => Promise<unknown>;
}

/**
 * A field for a count from 1 to 999. Saves on Enter and when the field loses the focus. Doesn't save while the
 * user types, because typing 25 passes through 2. Invalid input reverts to the stored count.
 */
export function CountField({ label, value, save }: CountFieldProps) {
  const typed = useSignal<string | null>(null);
  const action = useAction();

  async function keep(): Promise<void> {
    const count = Number(typed.value ?? value);
    const fits = Number.isInteger(count) && count >= 1 && count <= most;
    if (!fits || (await action.run(() => save(count)))) typed.value = null;
  }
  return (
    <Field
      type="number"
      min={1}
      max={most}
      label={label}
      value={typed.value ?? String(value)}
      error={action.failure || undefined}
      onInput={(text) => (typed.value = text)}
      onChange={() => void keep()}
    />
  );
}
