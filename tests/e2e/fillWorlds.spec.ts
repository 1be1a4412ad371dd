import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Arbitrary, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check';
import { expect, extensionFolder, test } from './fixtures';
import { openSite } from './openSite';

const fillScript = readFileSync(join(extensionFolder, 'fill.js'), 'utf8');
const code = '482190';

/** How many worlds are tried; 500 take nine minutes: `WORLDS=500`. */
const runs = Number(process.env['WORLDS'] ?? 60);

/** When a page draws what it holds, after the event. */
const moments = ['now', 'microtask', 'task', 'frame', '50 ms'] as const;

/** What a row of boxes does with what is typed into it. */
const worlds = record({
  draws: constantFrom(...moments),
  /** The state that an event changes: the newest, that of the last draw, one of the page's own, or none at all. */
  state: constantFrom('newest', 'of the last draw', 'none', 'forgets the first'),
  /** When the focus moves on by itself. */
  focus: constantFrom('never', ...moments),
  /** Whether each focus is taken back to where the page wants it. */
  keepsFocus: boolean(),
  /** Which boxes are there at the start. */
  boxes: constantFrom('all', 'all, one enabled', 'one by one'),
  pastes: boolean(),
  replaces: boolean(),
});

/** What a world is, by the draw of fast-check. */
type World = typeof worlds extends Arbitrary<infer Value> ? Value : never;

/** Builds a row of boxes in the page by the rules of a world. Runs in the page. */
function buildWorld(world: World): void {
  const size = 6;
  document.body.innerHTML =
    '<h1>Two-factor authentication</h1><p>Enter the 6-digit code from your app.</p><form><div id="row"></div></form><input id="other" value="kept">';
  const later: Record<string, (act: () => void) => unknown> = {
    now: (act) => act(),
    microtask: (act) => queueMicrotask(act),
    task: (act) => setTimeout(act, 0),
    frame: (act) => requestAnimationFrame(act),
    '50 ms': (act) => setTimeout(act, 50),
    never: () => undefined,
  };
  let state: readonly string[] = Array.from({ length: size }, () => '');
  let drawnState = state;
  let wanted = 0;
  let isDue = false;
  const row = document.querySelector('#row');
  const boxes = () => [...(row?.querySelectorAll('input') ?? [])];
  const focusWanted = () => boxes()[wanted]?.focus();
  const count = () => {
    const empty = state.indexOf('');
    return world.boxes === 'one by one' && empty !== -1 ? empty + 1 : size;
  };
  const drawLater = () => {
    if (isDue) return;
    isDue = true;
    later[world.draws]?.(draw);
  };
  const onInput = (box: HTMLInputElement) => {
    const at = boxes().indexOf(box);
    const isLost = world.state === 'none' || (world.state === 'forgets the first' && at === 0);
    const from = world.state === 'of the last draw' ? drawnState : state;
    if (!isLost) state = from.with(at, box.value);
    wanted = Math.min(size - 1, at + 1);
    drawLater();
    later[world.focus]?.(focusWanted);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!world.pastes) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (world.state !== 'none') state = Array.from(text.slice(0, size));
    drawLater();
  };
  const make = () => {
    const box = document.createElement('input');
    box.maxLength = 1;
    box.style.cssText = 'width:40px;height:50px';
    box.addEventListener('input', () => onInput(box));
    box.addEventListener('paste', onPaste);
    box.addEventListener('focus', () => {
      const isElsewhere = boxes().indexOf(box) !== wanted;
      if (world.keepsFocus && world.focus !== 'never' && isElsewhere) queueMicrotask(focusWanted);
    });
    return box;
  };
  function draw(): void {
    isDue = false;
    drawnState = state;
    const focused = boxes().findIndex((box) => box === document.activeElement);
    if (world.replaces) row?.replaceChildren();
    while (boxes().length < count()) row?.append(make());
    for (const [at, box] of boxes().entries()) {
      const value = state[at] ?? '';
      if (box.value !== value) box.value = value;
      const isClosed = at > 0 && state[at - 1] === '' && value === '';
      box.disabled = world.boxes === 'all, one enabled' && isClosed;
    }
    if (world.replaces && focused >= 0) boxes()[focused]?.focus();
  }
  draw();
}

test(`${runs} worlds of boxes: filled right or said not to be, never wrong, never frozen`, async ({
  page,
}) => {
  test.setTimeout(15 * 60_000);
  const site = await openSite({ '/': '' });
  await page.goto(site.origin);
  await page.addScriptTag({ content: fillScript });
  const tally = { filled: 0, refused: 0, none: 0 };
  await assert(
    asyncProperty(worlds, async (world) => {
      await page.evaluate(buildWorld, world);
      const start = Date.now();
      const outcome = await page.evaluate(`tesseraFill('${code}', '127.0.0.1', 'code', false)`);
      const took = Date.now() - start;
      // Longer than any world takes to draw.
      await page.waitForTimeout(80);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('#row input')]
          .map(({ value }) => value)
          .join(''),
      );
      const other = await page.evaluate(
        () => document.querySelector<HTMLInputElement>('#other')?.value,
      );
      expect(other).toBe('kept');
      expect(took).toBeLessThan(4000);
      if (outcome === 'boxes') expect(shown).toBe(code);
      else expect(outcome).toMatch(/^(?:refused|none)$/);
      tally[outcome === 'boxes' ? 'filled' : outcome === 'none' ? 'none' : 'refused']++;
    }),
    { numRuns: runs, seed: 20261126 },
  );
  site.close();
  // Most worlds are such as people can use.
  expect(tally.filled).toBeGreaterThan(runs / 2);
  test.info().annotations.push({ type: 'worlds', description: JSON.stringify(tally) });
});
