import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Boundary, Toasts, useToast } from '../../components/ui';
import { PageFailure } from '../../components/ui/PageFailure';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

const Hostile = (): never => {
  throw new TypeError('object null is not iterable');
};

test('if a row fails to render, the other rows are shown', async () => {
  render(
    <ul>
      <li>Sound</li>
      <Boundary fallback={() => <li>Not shown</li>}>
        <Hostile />
      </Boundary>
      <li>Sound too</li>
    </ul>,
    root,
  );
  for (const text of ['Sound', 'Not shown', 'Sound too'])
    await expect.element(page.getByText(text, { exact: true })).toBeVisible();
});

test('if a page fails to render, an error with a reload button is shown', async () => {
  render(
    <Boundary fallback={() => <PageFailure />}>
      <Hostile />
    </Boundary>,
    root,
  );
  await expect.element(page.getByText("This part can't be shown")).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Reload' })).toBeVisible();
});

const Say = () => {
  const toast = useToast();
  return (
    <button type="button" onClick={() => toast({ text: 'Canary Bank is in the trash' })}>
      Say
    </button>
  );
};
const draw = (silent: boolean) =>
  render(
    <Toasts silent={silent}>
      <Say />
    </Toasts>,
    root,
  );

test('when a page stops showing toasts, its current toast disappears, even under the pointer', async () => {
  draw(false);
  await page.getByRole('button', { name: 'Say' }).click();
  const toast = page.getByText('Canary Bank is in the trash');
  await expect.element(toast).toBeVisible();
  await toast.hover();
  draw(true);
  await expect.element(toast).not.toBeInTheDocument();
});
