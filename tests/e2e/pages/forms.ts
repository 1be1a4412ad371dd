import {
  heading,
  form,
  field,
  boxes,
  controlled,
  inShadow,
  inFrame,
  advancing,
  pasting,
  type LoginForm,
} from './formParts';

/** Pages that ask for a code. */
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
    name: 'six boxes that accept only a pasted code',
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
