import { describe, expect, test } from 'vitest';
import { foreignFrames } from '../../lib/fill';
import { openFillPage } from './fillPage';

const code = '482190';

const typing = (act: string) =>
  `<form><input data-wanted name="otp"></form>
  <script>document.querySelector('[name=otp]').addEventListener('input', ({ target }) => { ${act} });</script>`;

const row = (act: string) => `<h1>Two-factor authentication</h1><p>Enter the 6-digit code.</p>
  <form>${'<input data-wanted maxlength="1" style="width:40px;height:50px">'.repeat(6)}</form>
  <script>const B = [...document.querySelectorAll('[data-wanted]')]; ${act}</script>`;

const leave = "location.replace('about:blank');";

describe('types slowly if the page undoes fast typing and accepts no pasted code', () => {
  test.each([
    [
      'boxes that are emptied before the last digit of the first attempt',
      row(
        `B.at(-1).addEventListener('input', () => { for (const one of B) one.value = ''; }, { once: true });`,
      ),
    ],
    [
      'boxes that are drawn 50 ms later from the state of the last draw',
      row(`let state = Array(6).fill(''); const draw = () => { const seen = state;
        B.forEach((one, at) => { one.value = seen[at]; one.oninput = () => {
          state = seen.with(at, one.value); setTimeout(draw, 50); }; }); };
        draw();`),
    ],
    [
      'a field that takes one more character at a time',
      typing(`const { value } = target, held = target.dataset.held ?? '';
        if (value.length > held.length + 1) target.value = held;
        else target.dataset.held = value;`),
    ],
    [
      'a field that takes one more character after each update of the page',
      typing(`const { value } = target, { held = '', busy } = target.dataset;
        if (busy || value.length > held.length + 1) target.value = held;
        else target.dataset.held = value;
        target.dataset.busy = 'yes'; queueMicrotask(() => { delete target.dataset.busy; });`),
    ],
    [
      'boxes that keep the focus in the first box and take nothing in the others',
      row(`let state = ''; const [first, ...others] = B;
        for (const one of others) {
          one.addEventListener('focus', () => first.focus());
          one.addEventListener('input', () => { one.value = ''; });
        }
        first.addEventListener('input', () => {
          state = (state + first.value.at(-1)).slice(-6);
          B.forEach((one, at) => { one.value = state[at] ?? ''; });
        });`),
    ],
  ])('%s', async (_, body) => {
    const { fillPatiently, wanted } = await openFillPage(body);
    expect(await fillPatiently(code)).toBe('held');
    expect(wanted()).toBe(code);
  });
});

test('pastes into a field that undoes typed text in the next frame', async () => {
  const { fillPatiently, wanted } =
    await openFillPage(`<form><input data-wanted name="otp"></form><script>
    const one = document.querySelector('[name=otp]');
    let state = '';
    one.addEventListener('input', () => requestAnimationFrame(() => { one.value = state; }));
    one.addEventListener('paste', (event) => {
      event.preventDefault();
      state = event.clipboardData.getData('text/plain');
      one.value = state;
    });
  </script>`);
  expect(await fillPatiently(code)).toBe('held');
  expect(wanted()).toBe(code);
});

/** Counts the input events of a page's field in the field itself. */
const count = 'target.dataset.inputs = Number(target.dataset.inputs ?? 0) + 1;';

describe('stops changing the page once the time limit has passed', () => {
  test.each([
    [
      'boxes',
      row(`B[0].addEventListener('input', ({ target }) => { ${count} });`).replaceAll(
        'maxlength="1"',
        '',
      ),
    ],
    ['a field', typing(count)],
  ])('%s', async (_, body) => {
    const { fillPatiently, page, wanted, isEven } = await openFillPage(body);
    expect(await fillPatiently(code, () => wanted() === code)).toBe('other');
    expect([wanted(), isEven()]).toEqual([code, true]);
    expect(page.querySelector<HTMLElement>('[data-inputs]')?.dataset['inputs'] ?? '1').toBe('1');
  });
});

test('pastes into boxes that take no typed text and replace the first box when it gets the focus', async () => {
  const { fillPatiently, wanted } = await openFillPage(
    row(`for (const one of B) one.addEventListener('input', () => { one.value = ''; });
      const renew = ({ target }) => queueMicrotask(() => {
        const next = target.cloneNode();
        next.addEventListener('paste', (event) => {
          event.preventDefault();
          const text = event.clipboardData.getData('text/plain');
          document.querySelectorAll('input').forEach((one, at) => { one.value = text[at] ?? ''; });
        });
        target.replaceWith(next);
        next.focus();
      });
      B[0].addEventListener('input', () => B[0].addEventListener('focus', renew, { once: true }));`),
  );
  expect(await fillPatiently(code)).toBe('held');
  expect(wanted()).toBe(code);
});

test.each(['hidden', 'style="display:none"', 'style="width:1px;height:1px"'])(
  'only frames that a person sees are named: <iframe %s>',
  async (attributes) => {
    const frame = 'src="https://elsewhere.test/"';
    const { page } = await openFillPage(
      `<iframe ${attributes} ${frame}></iframe><iframe></iframe>`,
    );
    expect(foreignFrames(page, () => null)).toEqual([]);
    page.querySelector('iframe')?.removeAttribute(attributes.split('=')[0] ?? '');
    expect(foreignFrames(page, () => null)).toHaveLength(1);
  },
);

test('stops typing slowly once the time limit has passed', async () => {
  const { fillPatiently, wanted } = await openFillPage(
    typing(`const { value } = target, held = target.dataset.held ?? '';
      if (value.length > held.length + 1) target.value = held;
      else target.dataset.held = value;`),
  );
  expect(await fillPatiently(code, () => wanted().length >= 3)).toBe('other');
  expect(wanted()).toHaveLength(3);
});

describe('a page that has the whole code', () => {
  const hide = "target.value = ''; target.form.style.display = 'none';";
  test.each([
    ['a field', typing(`if (target.value.length === 6) { ${hide} }`), 'field'],
    ['boxes', row(`B.at(-1).addEventListener('input', ({ target }) => { ${hide} });`), 'boxes'],
  ])('may hide the form: %s', async (_, body, outcome) => {
    const { fill } = await openFillPage(body);
    expect(await fill(code)).toBe(outcome);
  });
});

describe('a page that navigates', () => {
  test.each([
    ['a field', typing(leave), 'field'],
    ['boxes', row(`B.at(-1).addEventListener('input', () => { ${leave} });`), 'boxes'],
  ])('counts as filled if the code was complete: %s', async (_, body, outcome) => {
    const { fill } = await openFillPage(body);
    expect(await fill(code)).toBe(outcome);
  });

  test.each([
    ['at the first digit', row(`B[0].addEventListener('input', () => { ${leave} });`)],
    [
      'after a digit was lost',
      row(`B[0].addEventListener('input', () => { B[0].value = ''; });
        B.at(-1).addEventListener('input', () => { ${leave} });`),
    ],
    [
      'at a key press that it handles itself',
      `<form><input data-wanted name="otp"></form><script>
        document.querySelector('[name=otp]').addEventListener('keydown', (event) => {
          event.preventDefault(); ${leave} });
      </script>`,
    ],
  ])("doesn't count as filled: %s", async (_, body) => {
    const { fill } = await openFillPage(body);
    expect(await fill(code)).toBe('refused');
  });
});
