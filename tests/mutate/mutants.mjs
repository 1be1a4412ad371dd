/**
 * The operators that generate mutants of a source text. Each mutant is `{ line, what, text }`, where `text` is
 * the whole file with one change. Comments, types and imports stay unchanged.
 */
const operators = [
  {
    what: 'removes a guard',
    // Matches `if (…) throw …;` and `if (…) return …;` on one line.
    pattern: /^(\s*)if \((.+)\) (throw|return)\b.*;$/,
    change: (match) => `${match[1]};`,
  },
  {
    what: 'removes a throw',
    pattern: /^(\s*)throw (?!error\b).*;$/,
    change: (match) => `${match[1]};`,
  },
  {
    what: 'removes an awaited statement',
    pattern: /^(\s*)await [\w.]+(?:\([^{]*\)|\(.*\));$/,
    change: (match) => `${match[1]};`,
  },
  {
    what: 'negates a condition',
    pattern: /^(\s*(?:\} else )?if \()(.+)(\)(?: \{| \S.*;)?)$/,
    change: (match) => `${match[1]}!(${match[2]})${match[3]}`,
  },
  { what: '&& becomes ||', pattern: /^(.*) && (.*)$/, change: (m) => `${m[1]} || ${m[2]}` },
  { what: '|| becomes &&', pattern: /^(.*) \|\| (.*)$/, change: (m) => `${m[1]} && ${m[2]}` },
  { what: '=== becomes !==', pattern: /^(.*) === (.*)$/, change: (m) => `${m[1]} !== ${m[2]}` },
  { what: '!== becomes ===', pattern: /^(.*) !== (.*)$/, change: (m) => `${m[1]} === ${m[2]}` },
  { what: '<= becomes <', pattern: /^(.*) <= (.*)$/, change: (m) => `${m[1]} < ${m[2]}` },
  { what: '>= becomes >', pattern: /^(.*) >= (.*)$/, change: (m) => `${m[1]} > ${m[2]}` },
  { what: '> becomes <=', pattern: /^(.*[\w)]) > ([\w(].*)$/, change: (m) => `${m[1]} <= ${m[2]}` },
  { what: '< becomes >=', pattern: /^(.*[\w)]) < ([\w(].*)$/, change: (m) => `${m[1]} >= ${m[2]}` },
];

const isCode = (line) =>
  !/^\s*(\*|\/\/|\/\*|import |export (type|interface)|type |interface |readonly )/.test(line);

/** Returns the mutants of a source text, in the order of its lines. */
export function mutantsOf(source) {
  const lines = source.split('\n');
  return lines.flatMap((line, index) => {
    if (!isCode(line)) return [];
    return operators.flatMap(({ what, pattern, change }) => {
      const match = pattern.exec(line);
      if (!match) return [];
      const changed = change(match);
      if (changed === line) return [];
      const text = [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n');
      return [{ line: index + 1, what, before: line.trim(), text }];
    });
  });
}
