import { browser } from 'wxt/browser';
import { isBoolean, isNumber, isOneOf, isWithin, withLock, type Guard } from '../../platform';
import { lastManaged, readManaged } from './readManaged';
import { stored } from './stored';

/** The user's settings. Stored in `storage.local`, because none is secret. */
export interface Preferences {
  /** The order of the accounts that follow the open site's accounts and the pinned accounts. */
  readonly order: 'manual' | 'name' | 'used' | 'newest';
  /** Whether codes are shown as dots until they are clicked. */
  readonly hideCodes: boolean;
  /** Whether the next code is shown in the last seconds of a time step. */
  readonly showNext: boolean;
  /** Whether the remaining seconds are shown as a number beside the ring. */
  readonly showSeconds: boolean;
  /** The layout of the page that shows all codes. */
  readonly codesView: 'grid' | 'list';
  /** Whether the page that shows all codes groups them by tag. */
  readonly groupCodes: boolean;
  /** Whether service icons are shown instead of letters. */
  readonly icons: boolean;
  readonly density: 'comfortable' | 'compact';
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  /** Seconds until a copied code is removed from the clipboard; 0 for never. */
  readonly clearClipboardAfter: number;
  /** Minutes of inactivity until the vault locks; 0 for never. */
  readonly lockAfter: number;
  /** Milliseconds to add to the machine's clock to get the correct time. */
  readonly clockOffset: number;
}

/** What an administrator can set in `storage.managed` (see public/managed_schema.json). */
export interface Policy {
  /** Preferences whose value the administrator fixed. */
  readonly fixed: Partial<Preferences>;
  /** Maximum value of `lockAfter` in minutes, or null. */
  readonly lockAfterAtMost: number | null;
  readonly passphraseMinLength: number;
  readonly allowExport: boolean;
  readonly requirePassphrase: boolean;
}

export interface Settings {
  /**
   * The effective preferences. The user's values override the defaults, and the policy's values override both.
   */
  readonly values: Preferences;
  readonly policy: Policy;
}

export const defaultPreferences: Preferences = {
  order: 'manual',
  hideCodes: false,
  showNext: true,
  showSeconds: false,
  codesView: 'grid',
  groupCodes: true,
  icons: true,
  density: 'comfortable',
  theme: 'system',
  contrast: 'system',
  clearClipboardAfter: 0,
  lockAfter: 15,
  clockOffset: 0,
};

export const noPolicy: Policy = {
  fixed: {},
  lockAfterAtMost: null,
  passphraseMinLength: 8,
  allowExport: true,
  requirePassphrase: false,
};

const guards: { readonly [Name in keyof Preferences]: Guard<Preferences[Name]> } = {
  order: isOneOf('manual', 'name', 'used', 'newest'),
  hideCodes: isBoolean,
  showNext: isBoolean,
  showSeconds: isBoolean,
  codesView: isOneOf('grid', 'list'),
  groupCodes: isBoolean,
  icons: isBoolean,
  density: isOneOf('comfortable', 'compact'),
  theme: isOneOf('system', 'light', 'dark'),
  contrast: isOneOf('system', 'more'),
  clearClipboardAfter: isWithin(0, 600),
  lockAfter: isWithin(0, 1440),
  clockOffset: isWithin(-86_400_000, 86_400_000),
};

/** Returns the fields of `held` that are preferences with a valid value. */
function validPreferences(held: Readonly<Record<string, unknown>> | null): Partial<Preferences> {
  return Object.fromEntries(
    Object.entries(guards).flatMap(([name, isValid]) =>
      held && Object.hasOwn(held, name) && isValid(held[name]) ? [[name, held[name]]] : [],
    ),
  );
}

const numberOrNull = (value: unknown): number | null => (isNumber(value) ? value : null);

function policyOf(managed: Readonly<Record<string, unknown>>): Policy {
  return {
    fixed: validPreferences(managed),
    lockAfterAtMost: numberOrNull(managed['lockAfterAtMost']),
    passphraseMinLength: Math.max(
      noPolicy.passphraseMinLength,
      numberOrNull(managed['passphraseMinLength']) ?? 0,
    ),
    allowExport: managed['allowExport'] !== false,
    requirePassphrase: managed['requirePassphrase'] === true,
  };
}

async function settingsUnder(managed: Readonly<Record<string, unknown>>): Promise<Settings> {
  const policy = policyOf(managed);
  // If the storage fails, the defaults apply, so that codes stay available.
  const held = await stored.preferences.read().catch(() => null);
  const values = { ...defaultPreferences, ...validPreferences(held), ...policy.fixed };
  const most = policy.lockAfterAtMost;
  if (most === null) return { values, policy };
  const lockAfter = values.lockAfter === 0 ? most : Math.min(values.lockAfter, most);
  return { values: { ...values, lockAfter }, policy };
}

/**
 * Returns the effective preferences and the administrator's current policy. Takes seconds if Chromium has just
 * started.
 */
export const readSettings = async (): Promise<Settings> => settingsUnder(await readManaged());

/** Returns the effective preferences and the policy as it was last read, without waiting for the browser. */
export const lastSettings = async (): Promise<Settings> => settingsUnder(await lastManaged());

/** Stores some preferences. Concurrent calls in several pages run one after another. */
export async function writePreferences(patch: Partial<Preferences>): Promise<void> {
  await withLock('tessera-preferences', async () => {
    const held = await stored.preferences.read();
    await stored.preferences.write({ ...validPreferences(held), ...validPreferences(patch) });
  });
}

/**
 * Notifies `listener` once the administrator's current policy is known, and after the user or an administrator
 * changed a setting, in any page. Returns an unsubscribe function.
 */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed') void readSettings().then(listener);
    else if (
      area === 'local' &&
      (stored.preferences.key in changes || stored.managed.key in changes)
    )
      void lastSettings().then(listener);
  };
  browser.storage.onChanged.addListener(onChanged);
  void readSettings().then(listener);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
