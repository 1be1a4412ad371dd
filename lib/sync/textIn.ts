/** Returns a field of a parsed object if it is a text of at most 4,096 characters, otherwise an empty text. */
export const textIn = (fields: Readonly<Record<string, unknown>>, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : '';
  return typeof value === 'string' && value.length <= 4096 ? value : '';
};
