import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { drawRegion } from '../../lib/platform/drawRegion';

const shades = () => document.querySelectorAll<HTMLElement>('html > div[popover]');

test('a second selection of an area replaces the first, and one Esc ends it', async () => {
  const first = drawRegion('Draw');
  const second = drawRegion('Draw');
  expect(await first).toBeNull();
  expect(shades()).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  expect(await second).toBeNull();
  expect(shades()).toHaveLength(0);
});

test('the selection ends and stops listening if the page removes the overlay', async () => {
  const region = drawRegion('Draw');
  shades()[0]?.remove();
  expect(await region).toBeNull();
  let reached = false;
  addEventListener('keydown', () => (reached = true), { once: true });
  await userEvent.keyboard('{Escape}');
  expect(reached).toBe(true);
});

test('the selection ends if the page closes the overlay', async () => {
  const region = drawRegion('Draw');
  shades()[0]?.hidePopover();
  expect(await region).toBeNull();
  expect(shades()).toHaveLength(0);
});
