import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ScanSource } from '../stores/ScanState';

/** Returns a URL of a picture, valid while the component is mounted. Returns an empty text without a picture. */
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
