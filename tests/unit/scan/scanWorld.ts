import { signal } from '@preact/signals';
import { createScanStore, type ScanDeps } from '../../../components/stores/createScanStore';
import { codeAt, groupCode, makeOtp, needsPin } from '../../../lib/otp';
import { interpret } from '../../../lib/authenticator/import';
import { qrReading } from '../../support/qrReading';
import { shelf } from '../../support/shelf';

const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
export const uri = (account: string, secret = key) =>
  `otpauth://totp/Example:${account}?secret=${secret}&issuer=Example`;

export async function world(read: ScanDeps['read'] = async (source) => qrReading(texts(source))) {
  const { vault, entries } = await shelf();
  let held: readonly string[] = [];
  const scanned: { id: string; host: string }[] = [];
  const store = createScanStore({
    vault,
    read,
    interpret,
    parts: {
      read: async () => held,
      write: async (uris) => {
        held = uris;
      },
    },
    pins: { needsPin, makeOtp },
    codeAt,
    groupCode,
    second: signal(59_000),
    onScanned: async (one) => void scanned.push(one),
  });
  const found = () => {
    if (store.state.value.step !== 'found') throw new Error(store.state.value.step);
    return store.state.value;
  };
  return { store, found, entries, scanned };
}

/** Returns the codes' texts of a simulated picture, which is a string with one text per line. */
export const texts = (source: Blob | string) => (source as string).split('\n').filter(Boolean);
export const picture = (...lines: readonly string[]) => ({ pictures: [lines.join('\n')] });
