import type { ColumnRole } from './Table';

/** Column names in order of preference, in lower case without spaces, punctuation and accents. */
type Names = readonly string[];

const words = (text: string): Names => text.trim().split(/\s+/);

/** Columns that hold a link or a key for codes, whatever else is in the file. */
export const secretNames = words(`
  rffieldsv2 localsecrettoken otpurl otpuri otpauth otpauthurl otpauthuri otplink totpurl totpuri
  logintotp totp authenticatorkeytotp authenticatorkey twofasecret 2fasecret tfasecret mfasecret
  totpsecret totpkey totpseed otpsecret otpkey otpseed 2fa 2fakey twofa mfa mfakey tfa twofactor
  twofactorsecret twofactorkey onetimepassword onetimepasswords onetimecode onetimepasscode otp secret
  secretkey sharedsecret timeotpsecretbase32 hmacotpsecretbase32 base32secret secretbase32 einmalpasswort einmalcode geheimerschlussel
  motdepasseaunusage clesecrete clavesecreta chavesecreta секретныйключ 秘密鍵 シークレットキー ワンタイムパスワード 密钥 秘钥
  密鑰 两步验证 两步验证密钥 动态口令 验证码密钥 المفتاحالسري
`);

/** Ambiguous names that may mean the secret. The user decides. */
export const vagueSecretNames = words(`
  key seed token code schlussel geheimnis cle clave chave secreto segredo секрет ключ シークレット 种子 钥匙
`);

/** Names that can only mean the issuer. The names in `titleNames` may also mean the account. */
export const issuerNames = words(`
  localissuer issuer issuername service servicename provider aussteller herausgeber anbieter dienst
  emetteur emisor emissor servicio servico издатель сервис 発行者 サービス 发行者 发行方 颁发者 服务 服务商 服务名称 المصدر
  الخدمة
`);

export const titleNames = words(`
  name title displayname passwordname nickname label itemname entryname site sitename websitename app
  application titel bezeichnung nom titre nombre titulo nome название 名称 名前 标题 名字 タイトル الاسم العنوان
`);

export const accountNames = words(`
  localaccountname loginusername username user useraccount login loginname userid account accountname
  email emailaddress mail benutzername benutzer nutzername anmeldename konto kontoname utilisateur
  nomdutilisateur identifiant compte usuario nombredeusuario cuenta correo correoelectronico
  nomedeusuario conta имяпользователя логин учетнаязапись ユーザー名 アカウント メール 用户名 账户 账号 帐号 帐户 帳號 用户 邮箱
  اسمالمستخدم الحساب
`);

/** The names of columns for the other roles. */
export const otherNames: Readonly<Partial<Record<ColumnRole, Names>>> = {
  type: words('localotptype type otptype totptype tokentype kind typ tipo тип 类型 種類 النوع'),
  algorithm: words(`
    localotpalgorithm algorithm algo otpalgorithm totpalgorithm timeotpalgorithm hash hashalgorithm hashfunction
    algorithmus algorithme algoritmo алгоритм 算法 アルゴリズム الخوارزمية
  `),
  digits: words(`
    localotpdigits digits digit otpdigits totpdigits timeotplength codelength codedigits stellen ziffern chiffres
    digitos цифры 位数 桁数 عددالأرقام
  `),
  period: words(`
    localotpperiod period otpperiod totpperiod timeotpperiod step timestep interval timer zeitraum periode intervall
    intervalle periodo intervalo период 周期 间隔 时间间隔 期間 有効期間 الفترة
  `),
  counter: words(`
    localotpcounter counter otpcounter hotpcounter hmacotpcounter initialcounter zahler compteur contador счетчик 计数器 计数 カウンター العداد
  `),
  encoding: words('encoding secretencoding keyencoding base'),
  pin: words('pin'),
  url: words('loginuri url urls loginurl loginurls website uri passwordurl webseite 网址'),
  note: words('notes note extra comment comments notizen notas remarques 备注 メモ'),
  folder: words('folder foldername group grouping category ordner gruppe 分组 分类'),
  favorite: words('favorite favourite fav pinned favorit'),
};

/** Matches names of unknown columns that may hold parameters of the codes. */
export const suspectName = /otp|2fa|mfa|algo|digit|period|interval|counter|hash|encod|timestep/;

/** Normalizes a column name for comparison with the lists above. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/([a-z])[\u0300-\u036F]+/g, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Matches values that are probably a setting of a code: its digits, its period, its algorithm or its kind. */
export const settingValue =
  /^(?:[5-9]|10|15|20|30|45|60|90|120|180|300|(?:hmac-?)?sha-?(?:1|256|512)|md5|hotp|totp)$/i;
