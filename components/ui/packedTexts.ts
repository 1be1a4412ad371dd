/** Separates the texts of the packed message. */
const separator = '\n';

type Look = (key: string, substitutions?: string[]) => string;

/**
 * Returns a reader of the locale's texts. A build packs the texts that only pages use into one message, because a
 * message for each text would take a third of the locale's size. The packed message is read at the first request
 * for a text that has no message of its own.
 * @param keys the packed keys in their order, separated by spaces
 * @param look reads a message of the browser
 */
export function packedTexts(keys: string, look: Look): { t: Look } {
  let texts: Map<string, string> | undefined;
  const unpack = () => {
    const lines = look('texts').split(separator);
    return new Map(keys.split(' ').map((key, at) => [key, lines[at] ?? '']));
  };
  return {
    t(key, substitutions = []) {
      const message = look(key.replaceAll('.', '_'), substitutions);
      if (message) return message;
      texts ??= unpack();
      const text = texts.get(key) ?? '';
      return text.replaceAll(
        /\uE000(\d)/g,
        (_, place: string) => substitutions[Number(place) - 1] ?? '',
      );
    },
  };
}
