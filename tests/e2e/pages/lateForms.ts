import { boxes, field, form, heading, type LoginForm, pasting } from './formParts';

const row = (attributes = '') =>
  form(heading + boxes(() => `maxlength="1" style="width:40px;height:50px" ${attributes}`));

/** Returns a row of boxes and a script that finds the boxes in the variable `B`. */
const scripted = (script: string, inside = row()) =>
  `${inside}<script>{ const B = [...document.querySelectorAll('[data-wanted]')]; ${script} }</script>`;

/**
 * Returns boxes that a script renders from its state after an event. `when` schedules the rendering. `from` is
 * the state that an event changes: the newest state (`state`), or the state that was rendered last (`seen`).
 */
const drawn = (when: string, from: 'state' | 'seen') =>
  scripted(`
    let state = Array(B.length).fill(''); let due = false;
    const draw = () => { due = false; const seen = state; B.forEach((el, at) => {
      if (el.value !== seen[at]) el.value = seen[at];
      el.oninput = () => { state = ${from}.with(at, el.value); if (!due) { due = true; ${when}(draw); } };
    }); };
    draw();`);

/**
 * Rows that render, move the focus or enable their boxes some time after an input event, as component libraries
 * do.
 */
export const lateForms: readonly LoginForm[] = [
  {
    name: 'boxes that a framework draws in a microtask from the state of its last draw',
    body: drawn('queueMicrotask', 'seen'),
  },
  {
    name: 'boxes that a framework draws in a frame',
    body: drawn('requestAnimationFrame', 'state'),
  },
  {
    name: 'boxes that move the focus on at once, are drawn in a task and close after the last one',
    body: scripted(`let state = Array(B.length).fill('');
    const draw = () => { const seen = state; B.forEach((b, i) => {
      if (b.value !== seen[i]) b.value = seen[i];
      b.oninput = () => { state = seen.with(i, b.value); B[i + 1]?.focus(); setTimeout(() => {
        draw(); if (!B[i + 1]) for (const one of B) one.disabled = true; }, 0); };
    }); };
    draw();`),
  },
  {
    name: 'boxes that take the focus back in a microtask',
    body: scripted(
      `B.forEach((b, i) => b.addEventListener('focus', () => queueMicrotask(() => B[i].focus())));`,
    ),
  },
  {
    name: 'boxes that become editable when the previous box is full',
    body: scripted(`B.forEach((b, i) => { b.disabled = i > 0; b.addEventListener('input', () => {
      if (b.value && B[i + 1]) { B[i + 1].disabled = false; B[i + 1].focus(); } }); });`),
  },
  {
    name: 'boxes that become editable a frame after the previous box is full',
    body: scripted(`B.forEach((b, i) => { b.readOnly = i > 0; b.addEventListener('input', () =>
      requestAnimationFrame(() => { if (b.value && B[i + 1]) { B[i + 1].readOnly = false; B[i + 1].focus(); } })); });`),
  },
  {
    name: 'boxes that appear one by one',
    body: `${form(`${heading}<div id="row">${field('maxlength="1" style="width:40px;height:50px"')}</div>`)}<script>
      const grow = (event) => { const row = document.querySelector('#row');
        if (event.target === row.lastElementChild && row.children.length < 6) setTimeout(() => {
          const next = event.target.cloneNode(); next.value = ''; row.append(next); next.focus(); }, 0); };
      document.querySelector('#row').addEventListener('input', grow);
    </script>`,
  },
  {
    name: 'boxes that handle the keys themselves',
    body: scripted(`B.forEach((b, i) => b.addEventListener('keydown', (event) => {
      event.preventDefault(); if (/^\\d$/.test(event.key)) { b.value = event.key; B[i + 1]?.focus(); } }));`),
  },
  {
    name: 'boxes that read the old key numbers',
    body: scripted(`B.forEach((b, i) => { b.addEventListener('keydown', (event) => {
      if (event.keyCode < 48 || event.keyCode > 57) event.preventDefault(); else b.dataset.ok = '1'; });
      b.addEventListener('input', () => { if (!b.dataset.ok) b.value = ''; }); });`),
  },
  {
    name: 'boxes that are replaced at each draw',
    body: `${form(`${heading}<div id="row"></div>`)}<script>
      let state = Array(6).fill('');
      const draw = () => { document.querySelector('#row').replaceChildren(...state.map((value, at) => {
        const box = document.createElement('input'); box.maxLength = 1; box.value = value; box.dataset.wanted = '';
        box.style.cssText = 'width:40px;height:50px';
        box.oninput = () => { state = state.with(at, box.value); queueMicrotask(() => { draw(); document.querySelectorAll('#row input')[at + 1]?.focus(); }); };
        return box; })); };
      draw();
    </script>`,
  },
  {
    name: 'a field that formats what is typed',
    body: `${form(field('name="otp"'))}<script>
      document.querySelector('[name=otp]').addEventListener('input', ({ target }) => {
        target.value = target.value.replace(/\\D/g, ''); });
    </script>`,
  },
  {
    name: 'a field that a framework draws in a frame',
    body: `${form(field('name="otp"'))}<script>{
      const one = document.querySelector('[name=otp]'); let state = '';
      one.addEventListener('input', () => { state = one.value; one.value = ''; requestAnimationFrame(() => { one.value = state; }); });
    }</script>`,
  },
  {
    name: 'a field that discards typed text and takes a pasted code',
    body: pasting(form(field('name="otp"'))),
  },
];

/**
 * Pages that never keep a code, each named after what it does to the code. They must not be reported as filled.
 */
export const refusingForms: readonly LoginForm[] = [
  {
    name: 'a field that is emptied 100 ms after it took the code',
    body: `${form(field('name="otp"'))}<script>
      document.querySelector('[name=otp]').addEventListener('input', ({ target }) => {
        setTimeout(() => { target.value = ''; }, 100); });
    </script>`,
  },
  {
    name: 'boxes that leave the page after the first digit',
    body: scripted(`B[0].addEventListener('input', () => { for (const one of B) one.remove(); });`),
  },
  {
    name: 'boxes that leave the page at the key of the last digit',
    body: scripted(
      `B.at(-1).addEventListener('keydown', () => { for (const one of B) one.remove(); });`,
    ),
  },
  {
    name: 'boxes that drop the first digit, and leave the page after the last digit',
    body: scripted(`B[0].addEventListener('input', () => { B[0].value = ''; });
      B.at(-1).addEventListener('input', () => { for (const one of B) one.remove(); });`),
  },
  {
    name: 'boxes of a page that handles each key slowly and keeps no digit',
    body: `${heading}${form(boxes(() => 'maxlength="1" style="width:30px"'))}<script>
      for (const box of document.querySelectorAll('[data-wanted]'))
        box.addEventListener('input', () => {
          const end = performance.now() + 250;
          while (performance.now() < end);
          box.value = '';
        });
    </script>`,
  },
  {
    name: 'a field that leaves the page when it gets the focus',
    body: `${form(field('name="otp"'))}<script>
      document.querySelector('[name=otp]').addEventListener('focus', ({ target }) => target.remove());
    </script>`,
  },
  {
    name: 'a field that empties itself',
    body: `${form(field('name="otp"'))}<script>
      document.querySelector('[name=otp]').addEventListener('input', ({ target }) => { target.value = ''; });
    </script>`,
  },
  {
    name: 'boxes that are emptied 50 ms later',
    body: scripted(
      `B.forEach((b) => b.addEventListener('input', () => setTimeout(() => { b.value = ''; }, 50)));`,
    ),
  },
  {
    name: 'boxes that keep only the last digit',
    body: scripted(
      `B.forEach((b) => b.addEventListener('input', () => { for (const one of B) if (one !== b) one.value = ''; }));`,
    ),
  },
  {
    name: 'a field that never stops changing',
    body: `${form(field('name="otp"'))}<script>{
      const one = document.querySelector('[name=otp]'); let turn = 0;
      setInterval(() => { one.value = String(turn++); }, 5);
    }</script>`,
  },
];
