import { useSignal } from '@preact/signals';
import { Field, useAction } from '../../ui';

const most = 999;

export interface CountFieldProps {
  readonly label: string;
  /** The count in force. */
  readonly value: number;
  readonly save: (count: number) => Promise<unknown>;
}

/**
 * A count from 1 to 999, saved once it is typed whole (on leaving the field or Enter): on the way to 25 there is
 * a 2. What is no such count gives way to the one in force.
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
