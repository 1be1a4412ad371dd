import { form, type LoginForm } from './formParts';

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
