import { useId } from 'preact/hooks';
import css from './Field.module.css';
import { FieldFrame } from './FieldFrame';

export interface FileFieldProps {
  readonly label: string;
  /** File name endings and media types, as in the attribute `accept`. */
  readonly accept: string;
  /** Called with the chosen file, or null if the user took the choice back. */
  readonly onChoose: (file: File | null) => void;
}

/** A field for one file, with its label. */
export function FileField({ label, accept, onChoose }: FileFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label}>
      <input
        id={id}
        type="file"
        class={css['file']}
        accept={accept}
        onChange={({ currentTarget }) => onChoose(currentTarget.files?.[0] ?? null)}
      />
    </FieldFrame>
  );
}
