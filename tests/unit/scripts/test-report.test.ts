import { describe, expect, it } from 'vitest';
import { sayFailures, saySlowest, type TestReport } from '../../../scripts/test-report.ts';

const report: TestReport = {
  numPassedTests: 1,
  numFailedTests: 1,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    {
      name: '/here/tests/quick.test.ts',
      startTime: 0,
      endTime: 1400,
      assertionResults: [
        { status: 'passed', fullName: 'a card opens' },
        { status: 'failed', fullName: 'a card closes', failureMessages: [`expected ${'x'.repeat(9000)}`] },
      ],
    },
    {
      name: '/here/tests/slow.test.ts',
      message: 'no such module',
      startTime: 0,
      endTime: 9000,
      assertionResults: [],
    },
  ],
};

describe('what a run of tests came to', () => {
  it('each failed test is named with its file and the beginning of its message', () => {
    const said = sayFailures(report, '/here/');
    expect(said).toContain('✗ tests/quick.test.ts: a card closes\nexpected xxx');
    expect(said).not.toContain('a card opens');
    expect(said.length).toBeLessThan(2000);
  });
  it('a file that did not load is named with the reason', () =>
    expect(sayFailures(report, '/here/')).toContain('✗ tests/slow.test.ts\nno such module'));
  it('the slowest files come first', () =>
    expect(saySlowest(report, 2)).toBe('slow.test.ts 9 s, quick.test.ts 1 s'));
});
