import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  Button,
  Dialog,
  discardQuestion,
  Field,
  FileField,
  FormDialog,
  PasswordField,
} from '../../components/ui';
import '../../components/ui/tokens.css';
import { press } from './press';

const root = document.createElement('main');
document.body.append(root);
const ignore = () => undefined;

afterEach(() => render(null, root));

const focused = () => document.activeElement;
const titles = () => [...document.querySelectorAll('dialog[open] h2')].map((h) => h.textContent);

const form = (onSubmit: () => void = ignore) => (
  <FormDialog title="Passphrase" submit="Go" busy={false} onSubmit={onSubmit} onClose={ignore}>
    <PasswordField label="Passphrase" value="" onInput={ignore} />
  </FormDialog>
);

const twoButtons = (second: 'primary' | 'danger') => (
  <Dialog
    title="Sure?"
    onClose={ignore}
    actions={
      <>
        <Button>Cancel</Button>
        <Button variant={second}>Do it</Button>
      </>
    }
  >
    Words
  </Dialog>
);

test.each([
  ['its first field', form(), 'Passphrase'],
  ['the primary action if there is no field', twoButtons('primary'), 'Do it'],
  ['the harmless action beside a dangerous one', twoButtons('danger'), 'Cancel'],
])('a dialog first focuses %s', (_, dialog, name) => {
  render(dialog, root);
  const element = focused() as HTMLButtonElement | HTMLInputElement;
  const label = element.labels?.[0]?.textContent;
  expect(label ?? element.textContent).toBe(name);
});

test('a dialog without fields and actions focuses itself, not its close button', () => {
  render(
    <Dialog title="Look" onClose={ignore}>
      Words
    </Dialog>,
    root,
  );
  expect(focused()?.tagName).toBe('DIALOG');
});

test('Enter submits the form once, even if it is held down', async () => {
  const submit = vi.fn();
  render(form(submit), root);
  const field = focused() as HTMLInputElement;
  await userEvent.keyboard('{Enter}');
  expect(submit).toHaveBeenCalledTimes(1);
  const held = new KeyboardEvent('keydown', {
    key: 'Enter',
    repeat: true,
    bubbles: true,
    cancelable: true,
  });
  field.dispatchEvent(held);
  expect(held.defaultPrevented).toBe(true);
});

test.each([
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['the close button', () => press('Close')],
])('a dialog with unsaved work asks before %s closes it', async (_, leave) => {
  const close = vi.fn();
  render(
    <Dialog title="Codes" leaving={discardQuestion()} onClose={close}>
      <Field label="Codes" value="1234" onInput={ignore} />
    </Dialog>,
    root,
  );
  await leave();
  expect(titles()).toEqual(['Codes', 'Discard your changes?']);
  expect(focused()?.textContent).toBe('Keep editing');
  await userEvent.keyboard('{Enter}');
  expect(titles()).toEqual(['Codes']);
  expect(close).not.toHaveBeenCalled();
  await leave();
  await press('Discard');
  expect(close).toHaveBeenCalledTimes(1);
});

test('the actions of a dialog stay visible even if the dialog is long', () => {
  render(
    <Dialog title="Long" onClose={ignore} actions={<Button>Do it</Button>}>
      <div style={{ height: '3000px' }}>Words</div>
    </Dialog>,
    root,
  );
  const button = [...root.querySelectorAll('button')].at(-1);
  expect(button?.getBoundingClientRect().bottom).toBeLessThan(innerHeight);
});

test('a dialog first shows its beginning, even if its first field is further down', () => {
  render(
    <Dialog title="Long" onClose={ignore}>
      <p style={{ height: '3000px' }}>Words</p>
      <Field label="Codes" value="" onInput={ignore} />
    </Dialog>,
    root,
  );
  expect(focused()?.tagName).toBe('INPUT');
  expect(root.querySelector('p')?.getBoundingClientRect().top).toBeGreaterThan(0);
});

test('in a narrow window, the buttons of a dialog fill its width, also in several rows', async () => {
  const { innerWidth, innerHeight } = window;
  await page.viewport(320, 600);
  render(
    <Dialog
      title="Codes"
      onClose={ignore}
      actions={
        <>
          <Button icon="scan">Find backup codes on this page</Button>
          <Button icon="edit">Account details</Button>
        </>
      }
    >
      Words
    </Dialog>,
    root,
  );
  const [first, second] = [...document.querySelectorAll('dialog [class*=actions] button')].map(
    (button) => button.getBoundingClientRect(),
  );
  expect(second?.top).toBeGreaterThan(first?.top ?? Infinity);
  expect([second?.left, second?.right]).toEqual([first?.left, first?.right]);
  await page.viewport(innerWidth, innerHeight);
});

test('in a narrow window, a file field leaves the fields of a form in its dialog', async () => {
  const { innerWidth, innerHeight } = window;
  await page.viewport(320, 600);
  render(
    <FormDialog title="Restore" submit="Open" busy={false} onSubmit={ignore} onClose={ignore}>
      <FileField label="Backup file" accept=".txt" onChoose={ignore} />
      <PasswordField label="Passphrase" value="" onInput={ignore} />
    </FormDialog>,
    root,
  );
  const body = document.querySelector('dialog [class*=body]');
  const [scrolled, width] = [body?.scrollWidth, body?.clientWidth];
  await page.viewport(innerWidth, innerHeight);
  expect(scrolled).toBe(width);
});

test('at 320 pixels, a dialog with a long address in its title has nothing to scroll sideways', async () => {
  await page.viewport(320, 480);
  const address = `${'a'.repeat(40)}@larkfield.example`;
  render(
    <Dialog title={`Remove ${address}?`} onClose={ignore}>
      Words
    </Dialog>,
    root,
  );
  const dialog = page.getByRole('dialog').element();
  expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
});

test('a dialog hyphenates the words of its title, but no address', () => {
  render(
    <Dialog title="Cancel the invitation for ada@larkfield.example?" onClose={ignore}>
      Words
    </Dialog>,
    root,
  );
  expect(titles()).toEqual(['Cancel the invitation for ada@larkfield.example?']);
  const title = root.querySelector('h2');
  const hyphens = [title, ...(title?.children ?? [])].map(
    (part) => part && getComputedStyle(part).hyphens,
  );
  expect(hyphens).toEqual(['auto', 'manual']);
});
