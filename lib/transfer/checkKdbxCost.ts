import { AppError } from '../errors';

/** Maximum number of AES-KDF rounds. WebCrypto takes about ten seconds for this number. */
const mostRounds = 100_000_000n;
const maxHeaderFields = 64;

/**
 * Checks the cost of AES-KDF in the header of a KDBX file, before any derivation. Throws `format/cost-too-high`
 * for too many rounds, and `format/damaged` if the header can't be read. `deriveWithinLimits` checks Argon2.
 * https://keepass.info/help/kb/kdbx.html
 */
export function checkKdbxCost(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const isVersion4 = view.getUint16(10, true) >= 4;
    let at = 12;
    for (let field = 0; field < maxHeaderFields; field++) {
      const id = view.getUint8(at);
      const length = isVersion4 ? view.getUint32(at + 1, true) : view.getUint16(at + 1, true);
      const start = at + (isVersion4 ? 5 : 3);
      if (id === 0) return;
      if (id === 6 && !isVersion4) check(view.getBigUint64(start, true));
      if (id === 11) check(roundsOf(bytes.subarray(start, start + length)));
      at = start + length;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('format/damaged', {}, { cause });
  }
  throw new AppError('format/damaged');
}

function check(rounds: bigint): void {
  if (rounds > mostRounds) throw new AppError('format/cost-too-high');
}

/**
 * Returns the value of the key `R` in the dictionary of KDF parameters. An item has a type, a name after its
 * length, and a value after its length.
 */
function roundsOf(dictionary: Uint8Array): bigint {
  const view = new DataView(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength);
  let at = 2;
  while (view.getUint8(at) !== 0) {
    const nameLength = view.getUint32(at + 1, true);
    const name = String.fromCharCode(...dictionary.subarray(at + 5, at + 5 + nameLength));
    const valueAt = at + 5 + nameLength;
    if (name === 'R') return view.getBigUint64(valueAt + 4, true);
    at = valueAt + 4 + view.getUint32(valueAt, true);
  }
  return 0n;
}
