import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { Refusal } from './stores';
import { t } from '../ui';
import { refusalMessage } from './refusalMessage';

type Values<Name extends string> = Readonly<Record<Name, string>>;
/** Error messages by the name of their field. */
type Errors = Readonly<Record<string, string | undefined>>;

export interface FormOptions<Name extends string> {
  /** The fields and their initial values, in the order of the page. All fields are required. */
  readonly initial: Values<Name>;
  /** Returns errors of the input besides missing values. The form isn't submitted if there are any errors. */
  readonly check?: (values: Values<Name>) => Errors;
  readonly act: (values: Values<Name>) => Promise<Refusal | null>;
  /** The field of each refusal code. Refusals without a field are shown above the button. */
  readonly fieldOf?: Readonly<Record<string, NoInfer<Name>>>;
}

export interface Form<Name extends string> {
  readonly values: ReadonlySignal<Values<Name>>;
  readonly busy: ReadonlySignal<boolean>;
  /** The message of a refusal without a field, or an empty text. */
  readonly problem: ReadonlySignal<string>;
  /** Returns the props of the field component with this name. */
  field(name: Name): {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly error: string | undefined;
  };
  readonly set: (values: Partial<Record<Name, string>>) => void;
  readonly onSubmit: (event: SubmitEvent) => void;
}

/** Manages a form that shows each error at its field. The first field with an error gets the focus. */
export function useForm<Name extends string>(options: FormOptions<Name>): Form<Name> {
  const values = useSignal(options.initial);
  const errors = useSignal<Errors>({});
  const problem = useSignal('');
  const busy = useSignal(false);

  const missing = (): Errors => {
    const empty = Object.entries<string>(values.value).filter(([, text]) => text.trim() === '');
    return Object.fromEntries(empty.map(([name]) => [name, t('companion.errors.required')]));
  };

  const refuse = (refusal: Refusal) => {
    const fields = new Map(Object.entries<Name>(options.fieldOf ?? {}));
    const name = fields.get(refusal.code);
    const message = refusalMessage(refusal);
    if (name) errors.value = { [name]: message };
    else problem.value = message;
  };

  const submit = async (form: HTMLFormElement) => {
    problem.value = '';
    errors.value = { ...missing(), ...options.check?.(values.value) };
    if (Object.keys(errors.value).length === 0) {
      busy.value = true;
      try {
        const refusal = await options.act(values.value);
        if (refusal) refuse(refusal);
      } finally {
        busy.value = false;
      }
    }
    requestAnimationFrame(() => {
      const field = form.querySelector<HTMLElement>('[aria-invalid=true]');
      field?.focus();
      // A focused field isn't scrolled again, but its error may be below the visible part of a dialog.
      if (field) document.getElementById(`${field.id}-error`)?.scrollIntoView({ block: 'nearest' });
    });
  };

  return {
    values,
    busy,
    problem,
    field: (name) => ({
      value: values.value[name],
      onInput(value) {
        values.value = { ...values.value, [name]: value };
        errors.value = { ...errors.value, [name]: undefined };
      },
      error: errors.value[name],
    }),
    set(some) {
      values.value = { ...values.value, ...some };
      errors.value = {};
      problem.value = '';
    },
    onSubmit(event) {
      event.preventDefault();
      if (!busy.value && event.currentTarget instanceof HTMLFormElement)
        void submit(event.currentTarget);
    },
  };
}
