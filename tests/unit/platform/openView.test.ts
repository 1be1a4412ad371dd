import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isNumber, openSidePanel, openWindow, storedValue } from '../../../lib/platform';

const ownWindow = storedValue('session', 'window/own', isNumber);

const open = new Set<number>();
let opened = 0;
const create = vi.fn<(given: { url: string }) => Promise<{ id: number }>>(() => {
  open.add(++opened);
  return Promise.resolve({ id: opened });
});
const update = vi.fn((id: number) =>
  open.has(id) ? Promise.resolve() : Promise.reject(new Error('No window with this id')),
);

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.assign(fakeBrowser.windows, { create, update });
});

test("opens Tessera's window once, focuses it if it is open, and opens it again after it was closed", async () => {
  await openWindow(ownWindow);
  await openWindow(ownWindow);
  expect(create).toHaveBeenCalledOnce();
  expect(update).toHaveBeenLastCalledWith(1, { focused: true });
  open.clear();
  await openWindow(ownWindow);
  expect(create).toHaveBeenCalledTimes(2);
  expect(create.mock.lastCall?.[0].url).toMatch(/popup\.html#window$/);
});

test('opens a tab in a browser without the windows API', async () => {
  const tab = vi.spyOn(fakeBrowser.tabs, 'create');
  const { windows } = fakeBrowser;
  Object.assign(fakeBrowser, { windows: undefined });
  try {
    await openWindow(ownWindow);
  } finally {
    Object.assign(fakeBrowser, { windows });
  }
  expect(tab).toHaveBeenCalledOnce();
  expect(tab.mock.lastCall?.[0].url).toMatch(/popup\.html$/);
  expect(create).not.toHaveBeenCalled();
});

test('in Firefox, opens the sidebar synchronously within the user gesture', async () => {
  const openSidebar = vi.fn(() => Promise.resolve());
  const getCurrent = vi.spyOn(fakeBrowser.windows, 'getCurrent');
  Object.assign(fakeBrowser, { sidebarAction: { open: openSidebar } });
  try {
    const opening = openSidePanel();
    expect(openSidebar).toHaveBeenCalledOnce();
    await opening;
    expect(getCurrent).not.toHaveBeenCalled();
  } finally {
    Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
  }
});
