import { AppError } from '../../lib/errors';
import type { Found } from '../stores/ScanState';
import { Banner, errorMessage, locale, number } from '../ui';

/** Lists the missing QR codes of messages that span several QR codes. Shows no content of a message. */
export function MissingParts({ messages }: { readonly messages: Found['incomplete'] }) {
  return (
    <>
      {messages.map(({ missing, size }, i) => {
        const list = new Intl.ListFormat(locale()).format(missing.map(number));
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the messages of one scan don't change places
          <Banner key={i} tone="warning">
            {errorMessage(new AppError('scan/missing-part', { missing: list, size: number(size) }))}
          </Banner>
        );
      })}
    </>
  );
}
