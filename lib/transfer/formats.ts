import type { Format } from './Format';
import { aegis } from './formats/aegis';
import { andOtp } from './formats/andOtp';
import { authenticatorExtension } from './formats/authenticatorExtension';
import { authenticatorPlus } from './formats/authenticatorPlus';
import { authy } from './formats/authy';
import { bareSecret } from './formats/bareSecret';
import { battleNet } from './formats/battleNet';
import { bitwarden } from './formats/bitwarden';
import { csv } from './formats/csv';
import { duo } from './formats/duo';
import { enpass } from './formats/enpass';
import { ente } from './formats/ente';
import { freeOtp2 } from './formats/freeOtp2';
import { freeOtpPlus } from './formats/freeOtpPlus';
import { html } from './formats/html';
import { jsonList } from './formats/jsonList';
import { keePass } from './formats/keePass';
import { lastPass } from './formats/lastPass';
import { mail } from './formats/mail';
import { onePassword } from './formats/onePassword';
import { otpauthList } from './formats/otpauthList';
import { protonAuthenticator } from './formats/protonAuthenticator';
import { protonPass } from './formats/protonPass';
import { qrPicture } from './formats/qrPicture';
import { raivo } from './formats/raivo';
import { safeInCloud } from './formats/safeInCloud';
import { sqliteDatabase } from './formats/sqliteDatabase';
import { steamApp } from './formats/steamApp';
import { stratum } from './formats/stratum';
import { totpAuthenticator } from './formats/totpAuthenticator';
import { twoFas } from './formats/twoFas';
import { twoFAuth } from './formats/twoFAuth';
import { winAuth } from './formats/winAuth';

/**
 * Every readable format, by the name of its source file. The first format that recognizes a file reads the file.
 */
export const formats = {
  // Formats recognized by their first bytes.
  qrPicture,
  freeOtp2,
  stratum,
  keePass,
  sqliteDatabase,
  // JSON formats, distinguished by keys.
  aegis,
  twoFas,
  bitwarden,
  ente,
  protonAuthenticator,
  freeOtpPlus,
  lastPass,
  steamApp,
  onePassword,
  protonPass,
  twoFAuth,
  authy,
  enpass,
  authenticatorExtension,
  duo,
  raivo,
  // XML preferences and printable pages.
  battleNet,
  safeInCloud,
  totpAuthenticator,
  html,
  mail,
  // Lists of URIs, starting with those that have a specific file name.
  winAuth,
  authenticatorPlus,
  csv,
  andOtp,
  jsonList,
  otpauthList,
  bareSecret,
} satisfies Record<string, Format>;
