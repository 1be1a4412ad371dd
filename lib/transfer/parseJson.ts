/** Maximum nesting of JSON. No app's export comes close, and deeper nesting would exhaust the stack of the readers. */
const mostLevels = 200;

/** Parses JSON like `JSON.parse`, and also throws a SyntaxError for values that are nested too deeply. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) throw new SyntaxError('JSON is nested too deeply');
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return value;
}

/** Parses JSON like `parseJson`. Returns undefined for text that isn't JSON or is nested too deeply. */
export function parseIfJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
