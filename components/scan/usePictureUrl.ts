import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ScanSource } from '../stores/ScanState';

/** An address under which a picture can be shown as long as its view stands; empty for none. */
export function usePictureUrl(picture: ScanSource | null): ReadonlySignal<string> {
  const address = useSignal('');
  useEffect(() => {
    if (picture === null || typeof picture === 'string') {
      address.value = picture ?? '';
      return undefined;
    }
    const url = URL.createObjectURL(picture);
    address.value = url;
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  return address;
}
