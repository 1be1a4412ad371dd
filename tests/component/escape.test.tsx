import { useSignal } from '@preact/signals';
import { render, type ComponentChild } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Button, Dialog, Menu } from '../../components/ui';
import '../../components/ui/tokens.css';
import { press } from './press';

const root = document.createElement('main');
document.body.append(root);
const ignore = () => undefined;

/** Counts presses and releases of Esc that the page doesn't handle. The browser would close the popup at each of them. */
const untaken = vi.fn();
const watch = (event: KeyboardEvent) => {
  if (event.key === 'Escape' && !event.defaultPrevented) untaken();
};
beforeEach(() => {
  untaken.mockClear();
  window.addEventListener('keydown', watch);
  // Some versions of Chromium close the popup when the key is released.
  window.addEventListener('keyup', watch);
});
afterEach(() => {
  window.removeEventListener('keydown', watch);
  window.removeEventListener('keyup', watch);
  render(null, root);
});

const focused = () => document.activeElement;
const titles = () => [...document.querySelectorAll('dialog[open] h2')].map((h) => h.textContent);

/** Renders a button that opens the given dialog. */
function Opener({ of }: { readonly of: (close: () => void) => ComponentChild }) {
  const open = useSignal(false);
  return (
    <>
      <Button onClick={() => (open.value = true)}>Open</Button>
      {open.value && of(() => (open.value = false))}
    </>
  );
}

test('the focus returns to the button that opened the dialog', async () => {
  render(<Opener of={(close) => <Dialog title="Look" onClose={close} children="Words" />} />, root);
  await press('Open');
  expect(titles()).toEqual(['Look']);
  await userEvent.keyboard('{Escape}');
  expect(titles()).toEqual([]);
  expect(focused()?.textContent).toBe('Open');
  expect(untaken).not.toHaveBeenCalled();
});

/** Presses Esc before the browser paints the change that `act` made. */
const escapeBeforePaint = async (act: () => void) => {
  act();
  await Promise.resolve();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
  );
};

test('Esc closes a menu that was just opened', async () => {
  render(<Menu label="More" items={() => [{ label: 'Edit', onSelect: ignore }]} />, root);
  await escapeBeforePaint(() => document.querySelector('button')?.click());
  expect(document.querySelector('[role=menu]:popover-open')).toBeNull();
  expect(untaken).not.toHaveBeenCalled();
});

test('Esc closes a dialog that was just opened', async () => {
  render(<Opener of={(close) => <Dialog title="Look" onClose={close} children="Words" />} />, root);
  await escapeBeforePaint(() => document.querySelector('button')?.click());
  await expect.poll(titles).toEqual([]);
  expect(untaken).not.toHaveBeenCalled();
});

test('Esc closes the topmost dialog only', async () => {
  const close = vi.fn();
  render(
    <Dialog title="Below" onClose={close}>
      <Opener of={(end) => <Dialog title="Above" onClose={end} children="Words" />} />
    </Dialog>,
    root,
  );
  await press('Open');
  expect(titles()).toEqual(['Below', 'Above']);
  await userEvent.keyboard('{Escape}');
  expect(titles()).toEqual(['Below']);
  expect(close).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(close).toHaveBeenCalledTimes(1);
  expect(untaken).not.toHaveBeenCalled();
});

test("Esc closes a menu in a dialog before the dialog, and returns the focus to the menu's button", async () => {
  const close = vi.fn();
  render(
    <Dialog title="Below" onClose={close}>
      <Menu label="More" items={() => [{ label: 'Edit', onSelect: ignore }]} />
    </Dialog>,
    root,
  );
  await press('More');
  await expect.poll(() => focused()?.textContent).toBe('Edit');
  await userEvent.keyboard('{Escape}');
  expect(document.querySelector('[role=menu]:popover-open')).toBeNull();
  expect(focused()?.ariaLabel).toBe('More');
  expect(close).not.toHaveBeenCalled();
  expect(untaken).not.toHaveBeenCalled();
});

test('after an open menu was closed, the browser handles Esc', async () => {
  render(<Menu label="More" items={() => [{ label: 'Edit', onSelect: ignore }]} />, root);
  await press('More');
  await expect.poll(() => focused()?.textContent).toBe('Edit');
  render(null, root);
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
  );
  expect(untaken).toHaveBeenCalledTimes(1);
});

test('the browser handles Esc if nothing is open', async () => {
  render(<Menu label="More" items={() => [{ label: 'Edit', onSelect: ignore }]} />, root);
  await userEvent.keyboard('{Escape}');
  // Once for the press, once for the release.
  expect(untaken).toHaveBeenCalledTimes(2);
});
