import { browser, type Browser } from 'wxt/browser';
import { regionMessage, type Region } from './Region';

const regionSides: readonly (keyof Region)[] = [
  'left',
  'top',
  'width',
  'height',
  'windowWidth',
  'windowHeight',
];

export type Tab = Pick<Browser.tabs.Tab, 'id' | 'windowId'>;

const isRegion = (value: unknown): value is Region =>
  typeof value === 'object' &&
  value !== null &&
  regionSides.every((side) => {
    const length: unknown = Reflect.get(value, side);
    return typeof length === 'number' && length >= -1e6 && length <= 1e6;
  });

/** Returns the rectangle in a message and the sender's tab. Returns null for any other message. */
export function readRegion(
  message: unknown,
  sender: { id?: string; tab?: Tab },
): { readonly region: Region; readonly tab: Tab } | null {
  if (typeof message !== 'object' || message === null || sender.id !== browser.runtime.id)
    return null;
  const { type, region }: { type?: unknown; region?: unknown } = message;
  return type === regionMessage && isRegion(region) && sender.tab
    ? { region, tab: sender.tab }
    : null;
}
