import { splitOtpUri } from '../otp';

/** Parameters of apps that are read, or that say how an account is shown. */
const known = new Set(
  `secret issuer algorithm algo alg hash hashalgorithm hashalgo digits digit length period step interval
  timestep counter initialcounter pin encoder encoding secretencoding steam t0 t1 offset timeoffset epoch skew
  drift charset alphabet truncation codedisplay tags icon image color lock thumbnail issuerint usage_reason
  account accountname name label user username`.split(/\s+/),
);

/**
 * Returns the names of a URI's parameters that mean nothing to us. They don't change the codes: readOtpParams
 * refuses those that might. A name that may be part of a broken secret isn't told.
 */
export const unknownParameters = (uri: string): string[] =>
  [...(splitOtpUri(uri)?.params.keys() ?? [])].filter(
    (name) => !known.has(name) && /^[a-z][a-z_-]{1,15}$/.test(name),
  );
