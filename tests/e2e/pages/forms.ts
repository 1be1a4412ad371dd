/** A sign-in form after a real layout. Every field that should get the code carries `data-wanted`. */
export interface LoginForm {
  readonly name: string;
  readonly body: string;
}

const heading = '<h1>Two-factor authentication</h1><p>Enter the 6-digit code from your app.</p>';
const submit = '<button type="submit">Verify</button>';
const form = (inside: string) => `<form action="/submitted">${inside}${submit}</form>`;
const field = (attributes: string) => `<input data-wanted ${attributes}>`;
const boxes = (attributes: (at: number) => string, between = '', length = 6) =>
  Array.from({ length }, (_, at) => field(attributes(at + 1))).join(between);

/** Frameworks put their own property over `value`, and put the state back that they don't know to have changed. */
const controlled = (inside: string) => `${inside}<script>
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

const inShadow = (inside: string, mode: 'open' | 'closed' = 'open') => `<code-field></code-field>
<script>
  customElements.define('code-field', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: '${mode}' }).innerHTML = ${JSON.stringify(inside)}; }
  });
</script>`;

const inFrame = (inside: string) =>
  `<iframe width="400" height="200" srcdoc="${inside.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;

/** Boxes that move the focus on, as most rows of boxes do. */
const advancing = (inside: string) => `${inside}<script>
  const row = [...document.querySelectorAll('[data-wanted]')];
  row.forEach((box, at) => {
    box.addEventListener('input', () => { if (box.value) row[at + 1]?.focus(); });
    box.addEventListener('keydown', (event) => { if (event.key === 'Backspace') row[at - 1]?.focus(); });
  });
</script>`;

/** Boxes that take a whole code by pasting alone, and throw away what is set otherwise. */
const pasting = (inside: string) => `${inside}<script>
  const row = [...document.querySelectorAll('[data-wanted]')];
  for (const box of row) {
    box.addEventListener('input', () => { box.value = ''; });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      row.forEach((one, at) => { one.value = text[at]; });
    });
  }
</script>`;

export const forms: readonly LoginForm[] = [
  { name: 'autocomplete one-time-code', body: form(field('autocomplete="one-time-code"')) },
  { name: 'a field named otp', body: form(`${heading}${field('name="otp"')}`) },
  { name: 'a field named totp_code', body: form(field('name="totp_code" type="text"')) },
  {
    name: 'a field named app_otp, of type tel',
    body: form(field('id="app_totp" type="tel" inputmode="numeric"')),
  },
  {
    name: 'a numeric field named code under a heading',
    body: `${heading}${form(field('name="code" inputmode="numeric" maxlength="6"'))}`,
  },
  {
    name: 'a label alone',
    body: form(`<label for="x1">Verification code</label>${field('id="x1"')}`),
  },
  { name: 'a label around', body: form(`<label>Authentication code ${field('')}</label>`) },
  { name: 'aria-label', body: form(field('aria-label="One-time passcode"')) },
  {
    name: 'aria-labelledby',
    body: form(`<p id="t">Security code</p>${field('aria-labelledby="t"')}`),
  },
  { name: 'a placeholder', body: form(field('placeholder="6-digit code"')) },
  { name: 'camel case', body: form(field('name="twoFactorCode"')) },
  { name: 'kebab case', body: form(field('id="mfa-token-input"')) },
  {
    name: 'a password field for the code',
    body: form(`${heading}${field('type="password" name="otpPassword" maxlength="6"')}`),
  },
  { name: 'a number field', body: form(field('type="number" name="verificationCode"')) },
  { name: 'a pattern', body: `${heading}${form(field('name="token" pattern="[0-9]{6}"'))}` },
  {
    name: 'after user name and password',
    body: form(
      `<input name="username" value="ada"><input type="password" name="password" value="secret">${field('name="2fa"')}`,
    ),
  },
  { name: 'German', body: form(`<label>Bestätigungscode ${field('name="feld7"')}</label>`) },
  { name: 'French', body: form(`<label>Code de vérification ${field('name="champ"')}</label>`) },
  { name: 'Spanish', body: form(`<label>Código de verificación ${field('name="campo"')}</label>`) },
  { name: 'Japanese', body: form(`<label>認証コード ${field('name="f1"')}</label>`) },
  { name: 'Chinese', body: form(`<label>验证码 ${field('name="f1"')}</label>`) },
  {
    name: 'six boxes of one character',
    body: form(heading + boxes((at) => `maxlength="1" aria-label="Digit ${at}"`)),
  },
  {
    name: 'six boxes that move the focus on',
    body: advancing(form(boxes(() => 'maxlength="1" inputmode="numeric"'))),
  },
  {
    name: 'six boxes, each in an element of its own',
    body: form(
      boxes((at) => `maxlength="1" name="otp${at}"`, '</div><div>')
        .replace(/^/, '<section><div>')
        .concat('</div></section>'),
    ),
  },
  {
    name: 'six boxes with a dash in the middle',
    body: form(
      boxes(() => 'maxlength="1" type="tel"').replace(/((?:<input[^>]*>){3})/, '$1<span>-</span>'),
    ),
  },
  {
    name: 'six boxes of type number without a length',
    body: form(heading + boxes(() => 'type="number" style="width:40px;height:40px"')),
  },
  {
    name: 'six boxes, the first with one-time-code',
    body: form(boxes((at) => `maxlength="1" ${at === 1 ? 'autocomplete="one-time-code"' : ''}`)),
  },
  {
    name: 'six boxes that take a paste alone',
    body: pasting(form(heading + boxes(() => 'maxlength="1"'))),
  },
  {
    name: 'two boxes of three',
    body: form(
      `${heading}${field('maxlength="3" aria-label="Code, first half"')}${field('maxlength="3" aria-label="Code, second half"')}`,
    ),
  },
  { name: 'a controlled field', body: controlled(form(field('name="otp"'))) },
  { name: 'controlled boxes', body: controlled(form(heading + boxes(() => 'maxlength="1"'))) },
  { name: 'an open shadow tree', body: inShadow(field('name="otp"')) },
  { name: 'boxes in an open shadow tree', body: inShadow(boxes(() => 'maxlength="1"')) },
  { name: 'a frame of the same origin', body: inFrame(form(field('name="otp"'))) },
  {
    name: 'boxes in a frame of the same origin',
    body: inFrame(form(boxes(() => 'maxlength="1"'))),
  },
  {
    name: 'a hidden twin before it',
    body: form(
      `<input name="otp" style="display:none"><input name="otp" type="hidden">${field('name="otp_visible"')}`,
    ),
  },
  {
    name: 'beside a card number, its CVV and a postal code',
    body: form(
      `<input name="cardnumber" autocomplete="cc-number"><input name="cvv" maxlength="4" inputmode="numeric" placeholder="Security code (CVV)"><input name="postal_code" maxlength="6" inputmode="numeric">${field('name="otp" maxlength="6"')}`,
    ),
  },
  {
    name: 'beside a telephone number and a coupon code',
    body: form(
      `<input type="tel" name="phone" value="555"><input name="coupon_code"><input name="country_code" maxlength="3">${field('name="sms_code"')}`,
    ),
  },
  {
    name: 'beside a search box and a captcha',
    body: `<input type="search" name="q"><input name="captcha_code" placeholder="Type the code in the picture">${form(`<label>Login code ${field('name="pin"')}</label>`)}`,
  },
  {
    name: 'beside a backup code field',
    body:
      form(
        `<label>Authenticator app code ${field('name="app_code" maxlength="6" inputmode="numeric"')}</label>`,
      ) + '<details><form><input name="backup" maxlength="12"></form></details>',
  },
  {
    name: 'beside a date of birth in boxes',
    body: form(
      `<input maxlength="2" aria-label="Day of birth"><input maxlength="2" aria-label="Month of birth"><input maxlength="2" aria-label="Year of birth">${field('autocomplete="one-time-code"')}`,
    ),
  },
  {
    name: 'read-only and disabled fields before it',
    body: form(
      `<input name="otp" readonly value="x"><input name="otp" disabled>${field('name="otp"')}`,
    ),
  },
];

/** Pages that want no code: nothing may be filled there. */
export const formsWithoutCode: readonly LoginForm[] = [
  {
    name: 'a sign-in form',
    body: form('<input name="username"><input type="password" name="password">'),
  },
  {
    name: 'a payment',
    body: form(
      '<input name="cardnumber"><input name="cvc" maxlength="4" inputmode="numeric" aria-label="Security code"><input name="zip" maxlength="6">',
    ),
  },
  {
    name: 'a sort code in boxes',
    body: form(
      '<label>Sort code</label><input maxlength="2" name="sort1"><input maxlength="2" name="sort2"><input maxlength="2" name="sort3">',
    ),
  },
  {
    name: 'a coupon',
    body: form('<label>Gift card code <input name="gift_card_code" maxlength="6"></label>'),
  },
  {
    name: 'a postal code',
    body: form(
      '<label>Postal code <input name="postal_code" maxlength="6" inputmode="numeric"></label>',
    ),
  },
  { name: 'a search', body: '<input type="text" name="q" placeholder="Search code">' },
  {
    name: 'a frame of another origin',
    body: '<iframe src="https://elsewhere.test/" width="300" height="100"></iframe>',
  },
];

/** A form that takes a backup code. */
export interface BackupForm extends LoginForm {
  readonly code: string;
  /** What its fields hold then. */
  readonly held: string;
}

export const backupForms: readonly BackupForm[] = [
  {
    name: 'one field for both kinds',
    code: 'a1b2c-3d4e5',
    held: 'a1b2c-3d4e5',
    body: form(field('name="otp"')),
  },
  {
    name: 'a field of its own beside that of the app',
    code: 'a1b2c-3d4e5',
    held: 'a1b2c-3d4e5',
    body: form(`<input name="otp" autocomplete="one-time-code">${field('name="recovery_code"')}`),
  },
  {
    name: 'a field without room for the space',
    code: '1234 5678',
    held: '12345678',
    body: form(`<label>Backup code ${field('maxlength="8" inputmode="numeric"')}</label>`),
  },
  {
    name: 'a number field',
    code: '1234 5678',
    held: '12345678',
    body: form(`<label>8-digit backup code ${field('type="number"')}</label>`),
  },
  {
    name: 'German',
    code: 'ABCD-EFGH-JKLM',
    held: 'ABCD-EFGH-JKLM',
    body: form(`<label>Wiederherstellungscode ${field('name="feld3"')}</label>`),
  },
  {
    name: 'eight boxes',
    code: '1234-5678',
    held: '12345678',
    body: form(boxes(() => 'maxlength="1"', '', 8)),
  },
  {
    name: 'beside a recovery address and a recovery telephone number',
    code: 'a1b2c-3d4e5',
    held: 'a1b2c-3d4e5',
    body: form(
      `<input name="recovery_email"><input name="recovery_phone"><input type="password" name="password">${field('name="recoveryCode"')}`,
    ),
  },
];
