// Runs everything that guards the project and closes with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findBrowser } from './find-browser.mjs'

const reports = mkdtempSync(join(tmpdir(), 'strata-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** Lines about what failed, or passed only when it was repeated: said again at the end, where a log is read first. */
const blemishes = []
const bin = (name) => join('node_modules', '.bin', name)

function run(title, command, args, env = {}) {
  console.log(`\n── ${title}`)
  const started = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`── ${title}: ${status === 0 ? 'ok' : `failed (exit ${status})`}, ${seconds} s`)
  return status === 0
}

function check(title, command, args, env) {
  const succeeded = run(title, command, args, env)
  if (!succeeded) blemishes.push(`failed: ${title}`)
  count(succeeded ? { passed: 1 } : { failed: 1 })
}

function count({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** Counts the tests of a report; a runner that failed without a failing test counts as one failure. */
function countReport(file, succeeded, read) {
  let counted = { failed: 1 }
  try {
    counted = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    console.error(`No readable test report: ${error.message}`)
  }
  if (!succeeded && counted.failed === 0) counted.failed = 1
  count(counted)
}

function units() {
  const file = join(reports, 'unit.json')
  const succeeded = run('Unit and HTTP tests', bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  countReport(file, succeeded, (report) => {
    for (const { name, assertionResults } of report.testResults) {
      for (const { status, fullName, failureMessages } of assertionResults) {
        const isRepeated = status === 'passed' && failureMessages.length > 0
        if (status === 'failed' || isRepeated) blemish(isRepeated, `${relative('.', name)} › ${fullName}`)
      }
    }
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  })
}

function blemish(isRepeated, test) {
  blemishes.push(`${isRepeated ? 'passed only when repeated' : 'failed'}: ${test}`)
}

function browser() {
  let path
  try {
    path = findBrowser()
  } catch (error) {
    console.error(error.message)
    return count({ failed: 1 })
  }
  const file = join(reports, 'browser.json')
  const succeeded = run('Browser tests', bin('playwright'), ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  countReport(file, succeeded, ({ stats, suites }) => {
    for (const { file, title, tests } of suites.flatMap(specsOf)) {
      const status = tests[0]?.status
      if (status === 'unexpected' || status === 'flaky') blemish(status === 'flaky', `${file} › ${title}`)
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  })
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

for (const project of [
  'packages/tsconfig.json',
  'packages/tsconfig.test.json',
  'apps/bff',
  'apps/web',
  'interop',
  'e2e',
]) {
  check(`Types of ${project}`, bin('tsc'), ['-p', project])
}
check('Format, lint and import arrows', bin('biome'), ['check', '--error-on-warnings', '.'])
check('Unused code and dependencies', bin('knip'), [])
units()
check('Build', process.execPath, ['scripts/build.mjs'])
check("The API documents' transcripts", bin('tsx'), ['scripts/transcripts/run.ts'])
browser()

rmSync(reports, { recursive: true, force: true })
if (blemishes.length > 0) console.log(`\n${blemishes.join('\n')}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed === 0 ? 0 : 1
