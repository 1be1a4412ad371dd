import { browser } from 'wxt/browser';

/**
 * APIs that some browsers lack. Firefox for Android has no commands, menus or windows, and Safari has no idle
 * state.
 */
type OptionalApi = 'commands' | 'contextMenus' | 'idle' | 'windows';

/** Returns a part of the extension API, or undefined in a browser that lacks it. */
export const optionalApi = <Name extends OptionalApi>(
  name: Name,
): (typeof browser)[Name] | undefined => browser[name];
