import { browser } from 'wxt/browser';

/** What a person can set. Kept in `storage.local`; nothing in it is secret. */
export interface Preferences {
  /** How accounts are sorted below those of the open site and the pinned ones. */
  readonly order: 'manual' | 'name' | 'used' | 'newest';
  /** Codes show as dots until they are clicked. */
  readonly hideCodes: boolean;
  /** The next code is shown in the last seconds of a time step. */
  readonly showNext: boolean;
  /** Service icons instead of letters. */
  readonly icons: boolean;
  readonly density: 'comfortable' | 'compact';
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  /** Seconds until a copied code is removed from the clipboard; 0 for never. */
  readonly clearClipboardAfter: number;
  /** Minutes without use until the vault locks; 0 for never. */
  readonly lockAfter: number;
  /** Milliseconds that are added to the machine's clock to get the right time. */
  readonly clockOffset: number;
}

/** What an administrator rules by `storage.managed`; see public/managed_schema.json. */
export interface Policy {
  /** Preferences that are fixed to a value. */
  readonly fixed: Partial<Preferences>;
  /** The most minutes that `lockAfter` may have, or null. */
  readonly lockAfterAtMost: number | null;
  readonly passphraseMinLength: number;
  readonly allowExport: boolean;
  readonly requirePassphrase: boolean;
}

export interface Settings {
  /** The preferences in force: the defaults, then the person's, then the policy's. */
  readonly values: Preferences;
  readonly policy: Policy;
}

export const defaultPreferences: Preferences = {
  order: 'manual',
  hideCodes: false,
  showNext: true,
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

const slot = 'preferences';

const allowed: { readonly [Name in keyof Preferences]: (value: unknown) => boolean } = {
  order: (value) => ['manual', 'name', 'used', 'newest'].includes(String(value)),
  hideCodes: isFlag,
  showNext: isFlag,
  icons: isFlag,
  density: (value) => value === 'comfortable' || value === 'compact',
  theme: (value) => ['system', 'light', 'dark'].includes(String(value)),
  contrast: (value) => value === 'system' || value === 'more',
  clearClipboardAfter: (value) => isWithin(value, 0, 600),
  lockAfter: (value) => isWithin(value, 0, 1440),
  clockOffset: (value) => isWithin(value, -86_400_000, 86_400_000),
};

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isWithin(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of `held` that are preferences with a value that makes sense; the rest is ignored. */
function validPreferences(held: unknown): Partial<Preferences> {
  if (!isRecord(held)) return {};
  return Object.fromEntries(
    Object.entries(allowed).flatMap(([name, fits]) =>
      name in held && fits(held[name]) ? [[name, held[name]]] : [],
    ),
  );
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function policyOf(managed: Record<string, unknown>): Policy {
  return {
    fixed: validPreferences(managed),
    lockAfterAtMost: number(managed['lockAfterAtMost']),
    passphraseMinLength: Math.max(
      noPolicy.passphraseMinLength,
      number(managed['passphraseMinLength']) ?? 0,
    ),
    allowExport: managed['allowExport'] !== false,
    requirePassphrase: managed['requirePassphrase'] === true,
  };
}

/** Browsers without a policy store reject or have no such area: then there is no policy. */
async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}

/** A storage that is out of order keeps nobody from their codes: then the defaults hold. */
const readHeld = (): Promise<Record<string, unknown>> =>
  browser.storage.local.get(slot).catch(() => ({}));

/** The settings in force now. */
export async function readSettings(): Promise<Settings> {
  const [held, managed] = await Promise.all([readHeld(), readManaged()]);
  const policy = policyOf(managed);
  const values = { ...defaultPreferences, ...validPreferences(held[slot]), ...policy.fixed };
  const most = policy.lockAfterAtMost;
  if (most === null) return { values, policy };
  const lockAfter = values.lockAfter === 0 ? most : Math.min(values.lockAfter, most);
  return { values: { ...values, lockAfter }, policy };
}

/** Changes some preferences, one page at a time; every page that watches is told. */
export async function writePreferences(patch: Partial<Preferences>): Promise<void> {
  await navigator.locks.request('tessera-preferences', async () => {
    const held = await browser.storage.local.get(slot);
    await browser.storage.local.set({
      [slot]: { ...validPreferences(held[slot]), ...validPreferences(patch) },
    });
  });
}

/** Calls back after a change here, in another page or by an administrator. Answers its own end. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || (area === 'local' && slot in changes))
      void readSettings().then(listener);
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
