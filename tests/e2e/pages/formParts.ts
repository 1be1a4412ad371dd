/** A sign-in form with a realistic layout. Every field that should get the code has `data-wanted`. */
export interface LoginForm {
  readonly name: string;
  readonly body: string;
}

/** The text above many of the forms. */
export const heading =
  '<h1>Two-factor authentication</h1><p>Enter the 6-digit code from your app.</p>';
const submit = '<button type="submit">Verify</button>';
/** Returns a form with this content and a submit button. */
export const form = (inside: string) => `<form action="/submitted">${inside}${submit}</form>`;
/** Returns a field that should get the code. */
export const field = (attributes: string) => `<input data-wanted ${attributes}>`;
/** Returns a row of `length` fields. */
export const boxes = (attributes: (at: number) => string, between = '', length = 6) =>
  Array.from({ length }, (_, at) => field(attributes(at + 1))).join(between);

/**
 * Adds a script that handles values as frameworks do: it overrides the property `value`, and restores its state
 * if it missed a change.
 */
export const controlled = (inside: string) => `${inside}<script>
  for (const input of document.querySelectorAll('[data-wanted]')) {
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    let tracked = input.value;
    Object.defineProperty(input, 'value', {
      configurable: true,
      get() { return native.get.call(this); },
      set(value) { tracked = String(value); native.set.call(this, value); },
    });
    let state = '';
    input.addEventListener('input', () => {
      const now = native.get.call(input);
      if (now === tracked) return;
      tracked = now;
      state = now;
    });
    input.addEventListener('keyup', () => native.set.call(input, state));
    input.addEventListener('change', () => native.set.call(input, state));
  }
</script>`;

/** Wraps the content in a custom element with a shadow tree. */
export const inShadow = (
  inside: string,
  mode: 'open' | 'closed' = 'open',
) => `<code-field></code-field>
<script>
  customElements.define('code-field', class extends HTMLElement {
    constructor() { super(); globalThis.tree = this.attachShadow({ mode: '${mode}' }); tree.innerHTML = ${JSON.stringify(inside)}; }
  });
</script>`;

/** Puts the content into a same-origin frame. */
export const inFrame = (inside: string) =>
  `<iframe width="400" height="200" srcdoc="${inside.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

/** Adds a script that moves the focus to the next box after input, as most rows of boxes do. */
export const advancing = (inside: string) => `${inside}<script>
  const row = [...document.querySelectorAll('[data-wanted]')];
  row.forEach((box, at) => {
    box.addEventListener('input', () => { if (box.value) row[at + 1]?.focus(); });
    box.addEventListener('keydown', (event) => { if (event.key === 'Backspace') row[at - 1]?.focus(); });
  });
</script>`;

/** Adds a script that accepts a whole code only by pasting, and clears any other input. */
export const pasting = (inside: string) => `${inside}<script>
  const row = [...document.querySelectorAll('[data-wanted]')];
  for (const box of row) {
    box.addEventListener('input', () => { box.value = ''; });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      row.forEach((one, at) => { one.value = row.length > 1 ? text[at] : text; });
    });
  }
</script>`;
