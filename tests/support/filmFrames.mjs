import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureWorld } from './pictureWorld.mjs';
import { filmSize } from './filmScenes.mjs';
import { root } from './processes.mjs';

const toolbar = 44;
const captions = 52;
const popupWidth = 360;
/** The middle of the toolbar's icon, and the popup's distance from the right edge, in CSS pixels. */
const iconAt = { x: filmSize.width - 30, y: toolbar / 2 };
const margin = 12;

const steps = ['Scan the QR code', 'Take the six digits', 'Verify'];

/** Milliseconds that a scene stays before the pointer moves, that the last scene stays, and of a step of the pointer. */
const stay = 800;
const lastStay = 2500;
const tick = 40;
const moves = 10;

const address = (bytes, kind) =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;

/** Returns the HTML of a scene: a plain window with the page, the popup over it, and the three steps below. */
const sceneHtml = ({ page, popup, step }) => {
  const icon = address(readFileSync(join(root, 'tests/support/icon.svg')), 'svg+xml');
  const items = steps.map(
    (text, at) => `<li class="${at === step ? 'now' : ''}"><b>${at + 1}</b>${text}</li>`,
  );
  return `<!doctype html><style>
    * { box-sizing: border-box; margin: 0; }
    body { font: 16px/1.2 system-ui, sans-serif; background: #e9eceb; position: relative; overflow: hidden; }
    header { block-size: ${toolbar}px; display: flex; align-items: center; gap: 8px; padding: 0 16px; }
    header i { inline-size: 11px; block-size: 11px; border-radius: 50%; background: #c3cac8; }
    header img { position: absolute; left: ${iconAt.x - 12}px; top: ${iconAt.y - 12}px; inline-size: 24px; }
    .page { display: block; inline-size: ${filmSize.width}px; block-size: ${filmSize.height}px; }
    .popup { position: absolute; top: ${toolbar + 2}px; right: ${margin}px; inline-size: ${popupWidth}px;
      border-radius: 10px; box-shadow: 0 0 0 1px #0003, 0 12px 40px #0006; }
    ol { block-size: ${captions}px; display: flex; list-style: none; padding: 0; background: #10323c; color: #b9cdd1; }
    li { flex: 1; display: flex; align-items: center; justify-content: center; gap: 10px; }
    li.now { background: #0a6a5c; color: #fff; font-weight: 600; }
    b { inline-size: 26px; block-size: 26px; border-radius: 50%; display: grid; place-items: center;
      background: #fff2; font-size: 14px; }
    svg { position: absolute; inline-size: 22px; filter: drop-shadow(0 1px 2px #0008); }
    .ring { position: absolute; inline-size: 36px; block-size: 36px; margin: -18px; border-radius: 50%;
      border: 3px solid #f0a020; }
  </style><header><i></i><i></i><i></i><img src="${icon}"></header>
  <img class="page" src="${address(page, 'png')}">
  ${popup ? `<img class="popup" src="${address(popup, 'png')}">` : ''}
  <ol>${items.join('')}</ol>
  <div class="ring" hidden></div>
  <svg viewBox="0 0 22 30"><path d="M2 1v23l6-5 4 9 4-2-4-9h8z" fill="#fff" stroke="#10323c" stroke-width="1.6"/></svg>`;
};

/** Returns where a click is in the film. */
const placeOf = ({ x, y, on }) => {
  if (on === 'icon') return iconAt;
  const left = on === 'popup' ? filmSize.width - margin - popupWidth : 0;
  return { x: left + x, y: toolbar + (on === 'popup' ? 2 : 0) + y };
};

/** Moves the pointer, and shows a ring around it for a click. Runs in the page. */
const movePointer = ({ x, y, isClick }) => {
  const [pointer, ring] = [document.querySelector('svg'), document.querySelector('.ring')];
  for (const element of [pointer, ring]) {
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
  }
  ring.hidden = !isClick;
};

/** Speeds up and slows down between 0 and 1. */
const eased = (share) => share * share * (3 - 2 * share);

/**
 * Draws the frames of the film.
 * @param {readonly { page: Uint8Array, popup?: Uint8Array, step: number, click?: { x: number, y: number, on: string } }[]} scenes
 *   each with screenshots of its pages
 */
export const filmFrames = async (scenes) => {
  const { browser } = await pictureWorld();
  const stage = await browser.newPage();
  const height = toolbar + filmSize.height + captions;
  await stage.setViewport({
    width: filmSize.width,
    height,
    deviceScaleFactor: filmSize.scale,
  });
  const frames = [];
  let at = { x: filmSize.width * 0.62, y: height * 0.5 };
  for (const scene of scenes) {
    await stage.setContent(sceneHtml(scene));
    const take = async (place, milliseconds, isClick = false) => {
      await stage.evaluate(movePointer, { ...place, isClick });
      frames.push({ png: Buffer.from(await stage.screenshot()), milliseconds });
    };
    await take(at, scene === scenes.at(-1) ? lastStay : stay);
    if (!scene.click) continue;
    const to = placeOf(scene.click);
    for (let move = 1; move <= moves; move += 1) {
      const share = eased(move / moves);
      await take({ x: at.x + (to.x - at.x) * share, y: at.y + (to.y - at.y) * share }, tick);
    }
    await take(to, 250, true);
    at = to;
  }
  await browser.close();
  return frames;
};
