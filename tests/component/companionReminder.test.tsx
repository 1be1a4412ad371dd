import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { test } from './companionTest';
import { enforcement, openAccess, pressInDialog, readSetUp, signInAs } from './companionWorld';

test('"Go to settings" stays busy until the setup is ready, so that the settings never offer another setup', async ({
  world,
}) => {
  const { twoFactor } = world.stores;
  const { promise, resolve } = Promise.withResolvers<void>();
  const { start } = twoFactor;
  Object.assign(twoFactor, { start: () => promise.then(() => start()) });
  await signInAs('Ada');
  await openAccess('Authentication Settings');
  await enforcement().click();
  await pressInDialog('Go to settings');
  const button = page.getByRole('dialog').getByRole('button', { name: 'Go to settings' });
  await expect.element(button).toHaveAttribute('aria-busy', 'true');
  expect(window.location.hash).toBe('#/access/authentication');
  // From the first frame of the settings on, the modal setup covers "Enable 2FA".
  const covered: boolean[] = [];
  const look = () => {
    if (
      window.location.hash.startsWith('#/preferences') &&
      document.querySelector('[role=tabpanel] h2')
    )
      covered.push(document.querySelector('dialog:modal') !== null);
    frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  resolve();
  await readSetUp();
  await expect.poll(() => covered.length).toBeGreaterThan(0);
  cancelAnimationFrame(frame);
  expect(covered).not.toContain(false);
});
