/** How many checks of a stage passed, and the names of those that did not. */
export interface Counts {
  passed: number;
  failures: string[];
}

/** The part of Vitest's JSON report that is counted. */
interface VitestReport {
  testResults: {
    name: string;
    status: 'passed' | 'failed';
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** The part of Playwright's JSON report that is counted. */
interface PlaywrightReport {
  stats: { expected: number };
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  title: string;
  specs: { title: string; file: string; ok: boolean }[];
  suites?: PlaywrightSuite[];
}

export function countVitest(report: VitestReport, root: string): Counts {
  const counts: Counts = { passed: 0, failures: [] };
  for (const file of report.testResults) {
    const name = file.name.replace(`${root}/`, '');
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    counts.passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
    counts.failures.push(...failed.map(({ fullName }) => `${name} › ${fullName}`));
    // A file that does not load, or that fails in a hook, has no failed test to show for it.
    if (file.status === 'failed' && failed.length === 0) counts.failures.push(name);
  }
  return counts;
}

export function countPlaywright(report: PlaywrightReport): Counts {
  const failures: string[] = [];
  const visit = (suite: PlaywrightSuite) => {
    for (const spec of suite.specs) {
      if (!spec.ok) failures.push(`${spec.file} › ${spec.title}`);
    }
    suite.suites?.forEach(visit);
  };
  report.suites.forEach(visit);
  return { passed: report.stats.expected, failures };
}
