import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Dialog, discardQuestion, type LeaveQuestion } from '../../components/ui';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => render(null, root));

const open = (leaving?: LeaveQuestion) =>
  render(
    <Dialog title="Codes" leaving={leaving} onClose={() => undefined}>
      Words
    </Dialog>,
    root,
  );

const titles = () => [...document.querySelectorAll('dialog[open] h2')].map((h) => h.textContent);

/** Whether the browser asks before the page is closed or reloaded. */
const asksBeforeUnload = () =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** Starts a navigation of this type. Returns whether it goes on. */
const navigate = (navigationType: NavigationType): boolean =>
  navigation.dispatchEvent(
    Object.assign(new Event('navigate', { cancelable: true }), { navigationType }),
  );

test('the browser asks before a page is closed whose dialog has unsaved work', () => {
  open(discardQuestion());
  expect(asksBeforeUnload()).toBe(true);
  open();
  expect(asksBeforeUnload()).toBe(false);
  open(discardQuestion());
  render(null, root);
  expect(asksBeforeUnload()).toBe(false);
});

test('"Back" asks before a dialog with unsaved work is lost', async () => {
  open(discardQuestion());
  expect(navigate('traverse')).toBe(false);
  await expect.poll(titles).toEqual(['Codes', 'Discard your changes?']);
});

test('links are followed despite unsaved work, and "Back" without unsaved work', () => {
  open(discardQuestion());
  expect(navigate('push')).toBe(true);
  open();
  expect(navigate('traverse')).toBe(true);
  expect(titles()).toEqual(['Codes']);
});
