/** The part of vitest's JSON report that is read here. */
export interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** The file's path. */
    readonly name: string;
    /** Why the file did not load; empty when it did. */
    readonly message?: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

// As much of a message as tells what was expected where; a whole page of markup is in none of them.
const longestMessage = 1500;

/**
 * What failed in a report: each failed test with its file and the beginning of its
 * message, and each file that did not load. '' when nothing in it failed.
 */
export function sayFailures(report: TestReport, folder: string): string {
  const said: string[] = [];
  for (const { name, message = '', assertionResults } of report.testResults) {
    const file = name.replace(folder, '');
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages = [] } of failed) {
      said.push(`✗ ${file}: ${fullName}\n${clip(failureMessages.join('\n'))}`);
    }
    if (failed.length === 0 && message !== '') said.push(`✗ ${file}\n${clip(message)}`);
  }
  return said.join('\n\n');
}

/** The slowest files of a report with their seconds, slowest first: where a run's time went. */
export function saySlowest(report: TestReport, count: number): string {
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    name: name.slice(name.lastIndexOf('/') + 1),
    seconds: (endTime - startTime) / 1000,
  }));
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, count);
  return slowest.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(', ');
}

function clip(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)} …`;
}
