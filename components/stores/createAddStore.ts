import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import {
  type Algorithm,
  codeAt,
  makeOtp,
  type OtpAccount,
  type OtpKind,
  parseOtpUri,
  readSecretKey,
  readWholeNumber,
} from '../../lib/otp';
import { findExisting, type Known, sharesName } from '../../lib/authenticator/import';
import type { Vault, VaultState } from '../../lib/vault';
import type { Draft } from './createDrafts';

/** The texts in the form. */
export interface KeyForm {
  readonly issuer: string;
  readonly account: string;
  /** The secret key, or a complete otpauth:// link. */
  readonly key: string;
  readonly kind: OtpKind;
  readonly algorithm: Algorithm;
  readonly digits: string;
  readonly period: string;
  readonly counter: string;
  readonly pin: string;
}

export interface AddDeps {
  readonly vault: Pick<Vault, 'add' | 'list' | 'getMany'>;
  /** Whether the vault is open. The form is emptied when the vault locks. */
  readonly state?: ReadonlySignal<VaultState | 'opening'>;
  /** Preserves the form's input across a lock. */
  readonly draft?: Draft<KeyForm>;
  /** The current time in whole seconds, in milliseconds since the Unix epoch. */
  readonly second: ReadonlySignal<number>;
}

export type AddStore = ReturnType<typeof createAddStore>;

const emptyForm: KeyForm = {
  issuer: '',
  account: '',
  key: '',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: '6',
  period: '30',
  counter: '0',
  pin: '',
};

/** Holds the account that the user types, with its current code, until the account is saved. */
export function createAddStore({ vault, second, state, draft }: AddDeps) {
  const form = signal<KeyForm>(emptyForm);
  // Clears the entered key on lock. The next unlock restores the form from the encrypted draft.
  if (state)
    effect(() => {
      if (state.value === 'unlocked') void refill();
      else form.value = emptyForm;
    });

  async function refill(): Promise<void> {
    const kept = (await draft?.read()) ?? null;
    if (!kept || state?.peek() !== 'unlocked' || form.peek() !== emptyForm) return;
    form.value = kept;
    void compare();
  }

  function read(typed: KeyForm): OtpAccount {
    const linked = parseOtpUri(typed.key.trim());
    if (linked)
      return {
        issuer: typed.issuer.trim() || linked.issuer,
        account: typed.account.trim() || linked.account,
        otp: linked.otp,
      };
    return {
      issuer: typed.issuer.trim(),
      account: typed.account.trim(),
      otp: makeOtp({
        kind: typed.kind,
        secret: readSecretKey(typed.key),
        algorithm: typed.algorithm,
        digits: readWholeNumber(typed.digits),
        period: readWholeNumber(typed.period),
        counter: typed.kind === 'hotp' ? readWholeNumber(typed.counter) : 0,
        pin: typed.pin,
      }),
    };
  }

  /** The parsed form: an account, an error, or null while there is no key. */
  const reading = computed(() => {
    if (form.value.key.trim() === '') return null;
    try {
      const account = read(form.value);
      // Computes a code, so that a missing PIN is found before saving.
      codeAt(account.otp, 0);
      return { account };
    } catch (error) {
      return { error };
    }
  });

  const known = signal<Known | null>(null);
  let round = 0;

  // Ignores a result if the user has typed in the meantime.
  async function compare(): Promise<void> {
    const mine = ++round;
    const account = reading.value?.account;
    const [found = null] = account
      ? await findExisting(vault, [account], sharesName).catch(() => [])
      : [];
    if (mine === round) known.value = found;
  }

  return {
    form: computed(() => form.value),
    set(patch: Partial<KeyForm>) {
      form.value = { ...form.value, ...patch };
      void draft?.keep(form.value);
      void compare();
    },
    /** The account in the vault that already has this key or these names, or null. */
    known: computed(() => known.value),
    reading,
    /** The current code of the account without grouping, or null. */
    code: computed(() =>
      reading.value?.account ? codeAt(reading.value.account.otp, second.value) : null,
    ),
    /** Stores the account and empties the form. Returns the new id. Throws the form's error. */
    async save(): Promise<string> {
      const account = read(form.value);
      const [id] = await vault.add([account]);
      draft?.drop();
      form.value = emptyForm;
      known.value = null;
      return id ?? '';
    },
  };
}
