import { describe, expect, test } from 'vitest';
import {
  playwrightCounts,
  playwrightFailures,
  trusted,
  vitestCounts,
  vitestFailures,
} from '../support/counts.mjs';

const one = (status: string, fullName: string) => ({ status, fullName });
const spec = (title: string, status: string) => ({
  file: 'c.spec.ts',
  title,
  tests: [{ status }],
});

describe('counting the results of npm test', () => {
  test("counts a test file that can't be loaded as a failure", () => {
    const counts = vitestCounts({
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}, {}, {}] },
      ],
    });
    expect(counts).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test('counts a test that passes only on retry as a failure', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  test('lists the failed tests of both runners with their files', () => {
    expect(
      vitestFailures({
        testResults: [
          { name: 'a.test.ts', status: 'failed', assertionResults: [] },
          {
            name: 'b.test.ts',
            status: 'failed',
            assertionResults: [one('passed', 'adds'), one('failed', 'removes')],
          },
        ],
      }),
    ).toEqual(['a.test.ts', 'b.test.ts: removes']);
    expect(
      playwrightFailures({
        suites: [
          {
            specs: [spec('opens', 'expected')],
            suites: [{ specs: [spec('locks', 'unexpected')] }],
          },
        ],
        errors: [{ message: 'No browser\n  at launch' }],
      }),
    ).toEqual(['c.spec.ts: locks', 'No browser']);
  });

  test.each([
    ['left no report', null, false, { passed: 0, failed: 1 }],
    ['ran no test', { passed: 0, failed: 0 }, true, { passed: 0, failed: 1 }],
    ['crashed after its last test', { passed: 7, failed: 0 }, false, { passed: 7, failed: 1 }],
    ['failed a test', { passed: 7, failed: 2 }, false, { passed: 7, failed: 2 }],
    ['passed', { passed: 7, failed: 0 }, true, { passed: 7, failed: 0 }],
  ])('gives the right verdict on a runner that %s', (_, counts, endedWell, expected) => {
    expect(trusted(counts, endedWell)).toEqual(expected);
  });
});
