/** Returns the counts of a Vitest JSON report. A file that can't be loaded counts as a failure. */
export const vitestCounts = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** Returns the counts of a Playwright JSON report. A test that passed only on retry counts as a failure. */
export const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
  skipped: stats.skipped,
});

/** Returns the names of the tests that failed in a Vitest JSON report, each with its file. */
export const vitestFailures = ({ testResults }) =>
  testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    const broken = status === 'failed' && assertionResults.length === 0;
    return broken ? [name] : failed.map(({ fullName }) => `${name}: ${fullName}`);
  });

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** Returns the names of the tests that failed in a Playwright JSON report, each with its file. */
export const playwrightFailures = ({ suites, errors }) => [
  ...suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => ['unexpected', 'flaky'].includes(status)))
    .map(({ file, title }) => `${file}: ${title}`),
  ...errors.map(({ message = '' }) => message.split('\n')[0]),
];

/**
 * Returns the result of a runner. A runner that left no report, ran no test, or exited with an error without a
 * failed test counts as a failure.
 */
export const trusted = (counts, endedWell) => {
  if (!counts) return { passed: 0, failed: 1 };
  if (counts.failed === 0 && (counts.passed === 0 || !endedWell)) return { ...counts, failed: 1 };
  return counts;
};
