import { boxes, field, form, heading, type LoginForm } from './formParts';
import { labelledForms } from './labelledForms';

const sized = (width: number, height = 40) =>
  boxes(
    () =>
      `inputmode="numeric" autocomplete="off" style="width:${width}px;height:${height}px;box-sizing:border-box"`,
  );

/** Returns drawn slots with an invisible field over them. */
const overSlots = (attributes: string, style: string) =>
  form(`${heading}<div style="position:relative;width:300px;height:50px">
    <div style="display:flex">${'<div style="width:48px;height:48px;border:1px solid"></div>'.repeat(6)}</div>
    ${field(`${attributes} style="position:absolute;inset:0;width:100%;height:100%;${style}"`)}</div>`);

/** Pages that ask for a code and are hard to fill. */
export const hardForms: readonly LoginForm[] = [
  ...labelledForms,
  {
    name: 'an id of one word',
    body: form(field('id="mfacode" name="mfacode" autocomplete="off"')),
  },
  { name: 'a name in brackets', body: form(field('name="user[token]"')) },
  { name: 'a name with a number', body: form(field('name="otp1"')) },
  {
    name: 'a token as a third password',
    body: form(`<label for="login">User name</label><input id="login" name="login" value="ada">
      <label for="passwd">Password</label><input id="passwd" name="passwd" type="password" value="secret">
      <label for="passwd1">Token</label>${field('id="passwd1" name="passwd1" type="password" autocomplete="off"')}`),
  },
  {
    name: 'a field that only the words before it name',
    body: form(`<p>Enter your verification code</p><p>${field('name="inputStr"')}</p>`),
  },
  {
    name: 'a field that only the words after it name',
    body: form(
      `<div>${field('name="inputStr" inputmode="numeric"')}</div><p>Enter the verification code from your authenticator app.</p>`,
    ),
  },
  {
    name: 'help that names a telephone',
    body: form(`<label for="k">Code</label>${field('id="k" name="code" inputmode="numeric" maxlength="6" aria-describedby="d"')}
      <p id="d">Open your app. Not working? Send a code to your email or phone instead.</p>`),
  },
  {
    name: 'help inside the label',
    body: form(
      `<label>Code <small>Send a code to your phone instead, or use your account name</small>${field('name="code" maxlength="6"')}</label>`,
    ),
  },
  {
    name: 'a code from a telephone',
    body: form(`<label>Code from your phone ${field('name="code"')}</label>`),
  },
  {
    name: 'beside the name of the device, which has the focus',
    body: `<p>Scan this QR code in your TOTP application</p>
      <label for="TOTPName">② <span>Choose a name for this TOTP device</span></label>
      <input id="TOTPName" name="TOTPName" value="MyTOTP" placeholder="Name" aria-label="Name" autofocus>
      <label for="code">③ <span>Input the code provided by your application</span></label>
      ${field('id="code" name="code" autocomplete="off"')}<button type="button">Register</button>`,
  },
  {
    name: 'beside otp_device_name',
    body: form(`<input name="otp_device_name" value="phone">${field('name="otp_token"')}`),
  },
  {
    name: 'beside an e-mail address in the label',
    body: form(`<label>Verification code for name@example.com ${field('name="f2"')}</label>`),
  },
  { name: 'boxes of 72 by 40 without a length', body: form(heading + sized(72)) },
  {
    name: 'six boxes over 560 pixels',
    body: form(`${heading}<div style="width:600px">${sized(93)}</div>`),
  },
  {
    name: 'boxes five wrappers deep',
    body: form(
      heading +
        Array.from(
          { length: 6 },
          () =>
            `<div style="display:inline-block"><div><div><div><div>${field('maxlength="1" style="width:40px;height:40px"')}</div></div></div></div></div>`,
        ).join(''),
    ),
  },
  {
    name: 'boxes that each have room for a pasted code',
    body: form(heading + boxes(() => 'maxlength="6" style="width:40px;height:44px"')),
  },
  {
    name: 'boxes with room for a pasted code, the first of which has the focus',
    body: form(
      heading +
        boxes(
          (at) => `maxlength="6" ${at === 1 ? 'autofocus' : ''} style="width:40px;height:44px"`,
        ),
    ),
  },
  {
    name: 'boxes of any length, the first of which says one-time-code',
    body: form(
      heading +
        boxes(
          (at) =>
            `style="width:40px;height:44px" autocomplete="${at === 1 ? 'one-time-code' : 'off'}"`,
        ),
    ),
  },
  {
    name: 'boxes beside a field of their size that has a name',
    body: form(
      `${heading}<input name="country" maxlength="1" style="width:40px;height:50px">${sized(40, 50)}`,
    ),
  },
  {
    name: 'help inside the label that names a card',
    body: form(
      `<label>Code <small>It isn't your card number.</small> ${field('name="f2"')}</label>`,
    ),
  },
  {
    name: 'named by a text after it',
    body: form(`${field('name="f3" aria-labelledby="q"')}<p id="q">Verification code</p>`),
  },
  {
    name: 'after a captcha with a field of its own',
    body: form(
      `<label>Characters in the image <input name="website"></label> <label>Code ${field('name="f9"')}</label>`,
    ),
  },
  {
    name: 'beside a field for an initial',
    body: form(
      `${heading}<label>Initial <input maxlength="1" size="1"></label><label>Code ${field('name="otp"')}</label>`,
    ),
  },
  {
    name: 'boxes beside a wider field',
    body: form(`${heading}<input style="width:200px;height:50px">${sized(40, 50)}`),
  },
  { name: 'an invisible field over drawn slots', body: overSlots('maxlength="6"', 'opacity:0') },
  {
    name: 'a field without color over drawn slots',
    body: overSlots(
      'autocomplete="one-time-code" maxlength="6"',
      'color:transparent;background:none',
    ),
  },
  {
    name: 'below a captcha that is a checkbox',
    body: form(
      `<p>Enter the characters in the image if you are asked for a captcha.</p>${field('name="otp"')}`,
    ),
  },
  { name: 'a textarea', body: form(`<textarea data-wanted name="otp" rows="1"></textarea>`) },
  { name: 'a field of type search', body: form(field('type="search" name="otp"')) },
  {
    name: 'the field that has the focus, whatever it is called',
    body: form(`<p>Type what your device shows</p>${field('name="field_17" autofocus')}`),
  },
  {
    name: 'the second of two codes, which has the focus',
    body: `<label>One-time code from the SMS <input name="sms_code"></label>
      <label>Code of your app ${field('name="code" autofocus')}</label>`,
  },
  {
    name: 'beside a field for robots, out of sight',
    body: form(
      `<input name="otp" style="position:absolute;opacity:0;width:200px;height:30px"><input name="otp2" style="position:absolute;left:-9999px">${field('name="code"')}`,
    ),
  },
  {
    name: 'wide boxes of one character on two lines, each with its own name',
    body: form(
      `${heading}<div style="width:480px">${['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
        .map((name) =>
          field(`name="${name}" maxlength="1" style="width:150px;box-sizing:border-box"`),
        )
        .join('')}</div>`,
    ),
  },
];
