import { splitOtpUri } from '../otp';

/** Parameters that are read or that only affect the display of an account. */
const known = new Set(
  `secret issuer algorithm algo alg hash hashalgorithm hashalgo digits digit length period step interval
  timestep counter initialcounter pin encoder encoding secretencoding steam t0 t1 offset timeoffset epoch skew
  drift charset alphabet truncation codedisplay tags icon image color lock thumbnail issuerint usage_reason
  account accountname name label user username`.split(/\s+/),
);

/**
 * Returns the names of a URI's unknown parameters. Unknown parameters don't change the codes, because
 * `readOtpParams` rejects those that might. Omits names that may be part of a broken secret.
 */
export const unknownParameters = (uri: string): string[] =>
  [...(splitOtpUri(uri)?.params.keys() ?? [])].filter(
    (name) => !known.has(name) && /^[a-z][a-z_-]{1,15}$/.test(name),
  );
