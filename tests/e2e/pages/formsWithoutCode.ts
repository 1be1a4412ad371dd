import { form, type LoginForm } from './formParts';

/** A row of fields without names. */
const row = (attributes: string, length = 6) => `<input ${attributes}>`.repeat(length);

/** Pages that don't ask for a code. Nothing may be filled on them. */
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
    name: 'a promotion code',
    body: form(
      '<label>Promo code <input name="promo_code" maxlength="6" inputmode="numeric"></label>',
    ),
  },
  {
    name: 'a button whose name mentions a code',
    body: form('<input type="button" name="otp" value="Send a verification code">'),
  },
  {
    name: 'a label with an email address',
    body: form('<label>Your question to otp-code@example.com <input name="question"></label>'),
  },
  {
    name: 'a backup code',
    body: form('<label>Backup code <input name="backup_code" maxlength="10"></label>'),
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
  {
    name: 'the code of a card, by its autocomplete attribute only',
    body: form('<label>Code <input name="code" maxlength="6" autocomplete="cc-csc"></label>'),
  },
  {
    name: 'a user name, by its autocomplete attribute only',
    body: form('<label>Code <input name="code" maxlength="6" autocomplete="username"></label>'),
  },
  {
    name: 'a captcha with a name of its own, among digits',
    body: form('<label>Captcha code <input name="otp_captcha" maxlength="6" autofocus></label>'),
  },
  {
    name: 'a captcha that only the ids around it name, with the focus',
    body: form(
      '<div id="captcha-box"><p>Type the number above</p><input name="website" autofocus></div>',
    ),
  },
  {
    name: 'a captcha that only the text before it names, with the focus',
    body: form('<p>Captcha</p><div><input name="website" autofocus></div>'),
  },
  {
    name: 'a captcha that has the focus',
    body: `<div class="capbox"><div id="CaptchaDiv">40318</div><div class="capbox-inner">
      <div class="CaptchaText">Type the above number: </div><input type="hidden" id="txtCaptcha">
      <input name="website_code" id="website_code" size="15" autofocus></div></div>`,
  },
  {
    name: 'a captcha with the name of a code field, with the focus',
    body: form(
      '<label>Characters shown in the image <input name="verification_code" maxlength="6" autofocus></label>',
    ),
  },
  {
    name: 'a captcha that only its picture names, with the focus',
    body: form(
      '<div><img alt="captcha" width="80" height="30"><input name="website_code" autofocus></div>',
    ),
  },
  {
    name: 'a password that has the focus',
    body: form('<input name="username"><input type="password" name="password" autofocus>'),
  },
  {
    name: 'a password field that is named like a code field, with the focus',
    body: form('<label>Password <input type="password" name="token" autofocus></label>'),
  },
  {
    name: 'a card number that has the focus',
    body: form('<label>Card number <input name="n" autofocus></label>'),
  },
  {
    name: 'an address that has the focus',
    body: form('<label>Street address <input name="a1" autofocus></label>'),
  },
  {
    name: 'a postal code in another language, with the focus',
    body: form('<label>Código postal <input name="cp" maxlength="6" autofocus></label>'),
  },
  {
    name: "a device's name that has the focus",
    body: form('<label>Name of this authenticator <input name="totp_name" autofocus></label>'),
  },
  {
    name: 'a field for robots, out of sight',
    body: form('<input name="otp" style="opacity:0;width:200px;height:30px">'),
  },
  {
    name: 'a field of one pixel',
    body: form('<input name="otp" style="width:1px;height:1px;padding:0;border:0">'),
  },
  {
    name: 'a hidden field over drawn slots',
    body: form(`<p>Verification code</p><div style="position:relative;width:300px;height:50px">
      <div style="display:flex">${'<div style="width:48px;height:48px;border:1px solid"></div>'.repeat(6)}</div>
      <input name="otp" style="position:absolute;inset:0;width:100%;height:100%;visibility:hidden"></div>`),
  },
  {
    name: 'a row for a serial number',
    body: form(
      `<p>Serial number</p>${Array.from({ length: 6 }, () => '<input maxlength="1" size="1">').join('')}`,
    ),
  },
  {
    name: 'a row for the characters of a picture',
    body: form(`<p>Type the characters you see in the image</p>${row('maxlength="1" size="1"')}`),
  },
  {
    name: 'a time in three boxes',
    body: form(`<p>Arrival (hours, minutes, seconds)</p>${row('maxlength="2" size="2"', 3)}`),
  },
  {
    name: 'a barcode',
    body: form('<label>Barcode <input name="barcode" maxlength="6" inputmode="numeric"></label>'),
  },
  {
    name: 'an initial',
    body: form('<label>Middle initial <input maxlength="1" size="1"></label>'),
  },
  {
    name: 'six cells of a table',
    body: form(`<p>Scores</p><div style="display:flex">${row('style="width:150px"')}</div>`),
  },
  {
    name: 'six narrow cells of a table',
    body: form(`<p>Scores</p>${row('style="width:100px;height:30px"')}`),
  },
  {
    name: 'a row of boxes that is closed',
    body: form(`<p>Verification code</p>${row('maxlength="1" size="1" disabled')}`),
  },
  {
    name: 'a field after a script that speaks of a code',
    body: form('<div><script>/* verification code */</script><input name="field_3"></div>'),
  },
  ...['width:1px', 'height:1px'].map((style) => ({
    name: `a field for robots of ${style}`,
    body: form(`<input name="otp" style="${style};border:0;padding:0">`),
  })),
];
