import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PasswordField } from '../../components/ui';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

/** Renders a field for a secret of this kind with 'abc' in it, then with an error too. */
function show(autocomplete: 'current-password' | 'new-password'): HTMLInputElement {
  const draw = (error: string) =>
    render(
      <PasswordField
        label="Secret"
        autocomplete={autocomplete}
        value="abc"
        onInput={() => undefined}
        error={error}
      />,
      root,
    );
  draw('');
  const input = page.getByLabelText('Secret', { exact: true }).element();
  if (!(input instanceof HTMLInputElement)) throw new Error('no field');
  input.focus();
  input.setSelectionRange(3, 3);
  draw('Wrong');
  return input;
}

test('the text of a wrong passphrase is selected, so that typing replaces it', async () => {
  const input = show('current-password');
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 3]);
  await userEvent.keyboard('x');
  expect(input.value).toBe('x');
});

test('the text of a new passphrase keeps its caret, because its error appears while it is typed', () => {
  const input = show('new-password');
  expect([input.selectionStart, input.selectionEnd]).toEqual([3, 3]);
});
