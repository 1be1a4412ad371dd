import type { ComponentChildren } from 'preact';
import css from './Field.module.css';
import { Icon } from './Icon';
import unseen from './VisuallyHidden.module.css';

export interface FieldFrameProps {
  /** The id of the control inside. The ids of hint and error are `${id}-hint` and `${id}-error`. */
  readonly id: string;
  readonly label: string;
  /** One helpful sentence below the label. */
  readonly hint?: string | undefined;
  /** The error message. Empty or absent if there is no error. */
  readonly error?: string | undefined;
  /** Whether only screen readers get the label. */
  readonly labelHidden?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** The frame of a control: its label, hint and error. */
export const FieldFrame = (props: FieldFrameProps) => (
  <div class={css['field']}>
    <label for={props.id} class={props.labelHidden ? unseen['unseen'] : css['label']}>
      {props.label}
    </label>
    {props.hint && (
      <p id={`${props.id}-hint`} class={css['hint']}>
        {props.hint}
      </p>
    )}
    {props.children}
    <p id={`${props.id}-error`} class={css['error']} role="alert" hidden={!props.error}>
      <Icon name="alert" size={16} />
      <span>{props.error}</span>
    </p>
  </div>
);

/** Returns the attributes that connect a control to its hint and error. */
export const describedBy = (id: string, hint?: string, error?: string) => ({
  'aria-invalid': error ? ('true' as const) : undefined,
  'aria-describedby':
    [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
});
