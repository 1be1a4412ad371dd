import { expect, test, vi } from 'vitest';
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

/** Starts a selection, and returns its frame too, which is in a closed shadow root. */
function drawn() {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const region = drawRegion('Draw');
  const [root] = attach.mock.results.map(({ value }) => value as ShadowRoot);
  attach.mockRestore();
  return { region, frame: root?.querySelector<HTMLElement>('.frame') };
}

/** Presses the mouse at a position, moves it, and releases it at another position. */
async function drag(from: { x: number; y: number }, to: { x: number; y: number }) {
  await userEvent.dragAndDrop(document.body, document.body, {
    force: true,
    sourcePosition: from,
    targetPosition: to,
  });
}

test('a drag selects the rectangle between its ends, and shows it', async () => {
  document.body.style.cssText = 'margin: 0; height: 400px';
  const { region, frame } = drawn();
  await drag({ x: 200, y: 150 }, { x: 60, y: 50 });
  expect(await region).toEqual({
    left: 60,
    top: 50,
    width: 140,
    height: 100,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
  });
  const { left, top, width, height } = frame?.style ?? {};
  expect([left, top, width, height]).toEqual(['60px', '50px', '140px', '100px']);
});

test('moving the mouse without pressing it selects nothing', async () => {
  const { region, frame } = drawn();
  await userEvent.hover(document.body, { force: true, position: { x: 90, y: 90 } });
  expect(frame?.style.width).toBe('');
  await userEvent.keyboard('{Escape}');
  expect(await region).toBeNull();
});
