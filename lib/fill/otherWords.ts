/**
 * Words of fields that take something other than a code, matched like `codeWords`. Each list covers many
 * languages.
 */

/** Words for cards, postal codes and addresses. A field with one of these words is never filled. */
export const neverWords =
  'cvv2?|cvc2?|csc|card|card ?number|credit card|kartennummer|kreditkarte|carte bancaire|tarjeta|numero de carte|cartao|carta di credito|creditcard|kreditkort|karta|карты|карта|カード番号|信用卡|zip|zip ?code|zipcode|postal|post ?code|postcode|plz|postleitzahl|code postal|codigo postal|codice postale|cap code|kod pocztowy|psc|postnummer|posta kodu|индекс|郵便番号|邮编|郵遞區號|우편번호|street|address line|street address|strasse|adresse postale|rue|direccion|endereco|indirizzo|iban|bic|swift|sort ?code|routing|captcha|re ?captcha|hcaptcha|turnstile';

/** Words for captchas, which are also matched in the text around a field. */
export const captchaWords =
  'captcha|(?:type|enter) the (?:above|below|characters?|letters?|text|numbers?|word)(?: (?:number|text|characters?|letters?))?|characters? (?:you see|shown|in the (?:image|picture))|(?:code|text|letters) (?:in|from|on) the (?:image|picture)|security image|image code|zeichen (?:im|aus dem) bild|code de l image|codigo de la imagen|codigo da imagem|codice dell immagine|код с картинки|символы с картинки|код с изображения|画像認証|图形验证码|圖形驗證碼|图片验证码|보안문자|자동입력';

/**
 * Words for passwords. A password input with one of these words gets a code only if its texts clearly name a
 * code.
 */
export const passwordWords =
  'pass ?word|passwort|kennwort|mot de passe|contrasena|clave|senha|wachtwoord|losenord|adgangskode|passord|salasana|haslo|heslo|jelszo|parola|sifre|пароль|סיסמה|كلمه المرور|パスワード|密码|密碼|비밀번호|mat khau|รหัสผ่าน|kata sandi';

/**
 * Words for names that the user chooses. A field with one of these words gets a code only if the user picks the
 * field, or if it has `autocomplete="one-time-code"`.
 */
export const nameWords =
  'name|nick ?name|names|label|alias|title|description|bezeichnung|namen|nom|surnom|libelle|nombre|apodo|nome|apelido|soprannome|etichetta|naam|bijnaam|namn|navn|nimi|nazwa|nazev|nev|nume|isim|adi|имя|название|назва|όνομα|שם|اسم|名前|名称|名稱|이름|ten thiet bi|nama';

/**
 * Words for fields that are often beside a code field. A field that is named for a code may contain these words
 * too.
 */
export const decoyWords =
  'coupon|promo|gift|voucher|discount|rabatt|gutschein|referral|invite|invitation|phone|mobile number|telephone|tel|telefon\\w*|dial|country|area ?code|birth\\w*|year|month|day|date|expiry|exp|user ?name|username|user|benutzer\\w*|utilisateur|usuario|utente|gebruiker\\w*|login|e ?mail|courriel|correo|search|suche|recherche|buscar|query|amount|quantity|ssn|tax|vat|order|tracking|serial|licen[cs]e|product|product key|room|class|airport|language|currency|address|city|ort|ville|firma|company|account ?number|comment|message|subject|url|website|телефон|почта|логин|电话|電話|手机号|手機|邮箱|用户名|メール|ユーザー|전화|이메일|device';

/** Words for rows of boxes that take something other than a code, such as a card or serial number. */
export const rowWords =
  'card|credit|cvv|cvc|expiry|sort ?code|postal|zip|plz|birth\\w*|geburt\\w*|naissance|nacimiento|iban|serial|licen[cs]e|product key|gift|coupon|voucher|phone|telefon\\w*|captcha|ssn|social security';
