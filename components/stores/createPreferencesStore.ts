import { computed, signal } from '@preact/signals';
import type { Preferences, Settings } from '../../lib/authenticator/state';

export interface PreferencesDeps {
  /** The preferences when the page opened, under the policy as it was last read. */
  readonly settings: Settings;
  readonly write: (patch: Partial<Preferences>) => Promise<void>;
  readonly watch: (listener: (settings: Settings) => void) => () => void;
}

export type PreferencesStore = ReturnType<typeof createPreferencesStore>;

/** Holds the preferences in force and the policy, which are the same in all open pages. */
export function createPreferencesStore({ settings, write, watch }: PreferencesDeps) {
  const current = signal(settings);
  const stop = watch((next) => (current.value = next));
  return {
    values: computed(() => current.value.values),
    policy: computed(() => current.value.policy),
    /** Returns whether an administrator fixed this preference. */
    isFixed: (name: keyof Preferences) => name in current.value.policy.fixed,
    set: write,
    stop,
  };
}
