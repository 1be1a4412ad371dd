import { setTimeout as wait } from 'node:timers/promises';
import { openDisplay } from './display.mjs';
import { patience, pictureWorld } from './pictureWorld.mjs';

/** The size of the page in the film, in CSS pixels. */
export const filmSize = { width: 800, height: 600, scale: 1.5 };

const timeStep = 30_000;

/** Waits for the first third of a time step, so that no code changes soon. */
const waitForTimeStep = async () => {
  while (Date.now() % timeStep > timeStep / 3) await wait(100);
};

/** Returns the middle of an element in its page. */
const middleOf = async (page, selector) => {
  const box = await (await page.waitForSelector(selector)).boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const button = (name) => `aria/${name}[role="button"]`;
const inDialog = (name) => `dialog[open] ::-p-aria([name="${name}"][role="button"])`;

/**
 * @typedef {object} Scene
 * @property {import('puppeteer-core').Page} page the demo service
 * @property {import('puppeteer-core').Page} [popup] the popup, if it is open
 * @property {0 | 1 | 2} step scan, code or verify
 * @property {{ x: number, y: number, on: 'page' | 'popup' | 'icon' }} [click] where the scene ends with a click
 */

/** Plays the film in an open world. */
const play = async (world, display, see, calm) => {
  const { width, height, scale } = filmSize;
  await world.fillVault([['GitHub', 'ada@example.com', 'JBSWY3DPEHPK3PXPJ6NH']]);
  const page = await world.openSecurityTab(width, height, { scale });

  /** Shows a scene that ends with a click on this element. */
  const sceneWithClick = async (scene, selector, on = 'page') => {
    const within = scene[on];
    await within.waitForSelector(selector);
    await within.$eval(selector, (element) => element.scrollIntoView({ block: 'nearest' }));
    await see({ ...scene, click: { ...(await middleOf(within, selector)), on } });
    await within.locator(selector).click();
  };

  await page.locator(button('Enable 2FA')).click();
  await page.locator(inDialog('Enable 2FA')).click();
  await page.locator('dialog[open] [role="img"]').wait();
  await see({ page, step: 0, click: { x: 0, y: 0, on: 'icon' } });

  if (calm) await waitForTimeStep();
  await display.press('alt+comma');
  const target = await world.browser.waitForTarget((open) => open.url().endsWith('/popup.html'));
  const popup = await target.asPage();
  popup.setDefaultTimeout(patience);
  await popup.locator('::-p-text(GitHub)').wait();
  await sceneWithClick({ page, popup, step: 0 }, button('Scan this page'), 'popup');
  await popup.locator('::-p-text(1 account saved)').wait();
  const row = button('Copy the code for Larkfield ben@larkfield.example');
  await sceneWithClick({ page, popup, step: 1 }, row, 'popup');
  await popup.locator('::-p-text(Copied: Larkfield)').wait();
  await see({ page, popup, step: 1 });
  const code = await popup.$eval('li:has([aria-label*="Larkfield"])', (element) =>
    /\d{3} \d{3}/.exec(element.innerText)?.[0].replace(' ', ''),
  );
  await display.press('Escape');

  const saved = 'dialog[open] input[type=checkbox]';
  await sceneWithClick({ page, step: 2 }, saved);
  await page.locator('aria/Verification code[role="textbox"]').fill(code);
  await sceneWithClick({ page, step: 2 }, inDialog('Verify'));
  await page.locator('::-p-text(Two-factor authentication is on.)').wait();
  await see({ page, step: 2 });
};

/**
 * Sets up two-factor authentication at the demo service with the real popup, in a window on a virtual screen.
 * @param {(scene: Scene) => Promise<void>} see sees each scene, as long as it lasts
 * @param {{ calm?: boolean }} [options] with `calm`, no code of the film is about to change
 */
export const playFilm = async (see, { calm = false } = {}) => {
  const display = await openDisplay({ width: 1600, height: 1200 });
  try {
    const world = await pictureWorld('en', { env: display.env, scale: filmSize.scale });
    try {
      await play(world, display, see, calm);
    } finally {
      await world.browser.close();
    }
  } finally {
    await display.close();
  }
};
