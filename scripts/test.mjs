// Runs everything that guards the project and closes with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findBrowser } from './find-browser.mjs'

const reports = mkdtempSync(join(tmpdir(), 'strata-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** A line about each failure, said again at the end, where a log is read first. */
const blemishes = []
const vitestOutcomes = { passed: 'passed', failed: 'failed' }
const playwrightOutcomes = { expected: 'passed', unexpected: 'failed', flaky: 'repeated', skipped: 'skipped' }
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
function countReport(file, succeeded, testsOf) {
  const counted = { passed: 0, failed: 0, skipped: 0 }
  try {
    for (const { name, outcome } of testsOf(JSON.parse(readFileSync(file, 'utf8')))) {
      // What works only the second time does not work.
      counted[outcome === 'repeated' ? 'failed' : outcome] += 1
      if (outcome === 'failed') blemishes.push(`failed: ${name}`)
      if (outcome === 'repeated') blemishes.push(`failed, passed only when repeated: ${name}`)
    }
  } catch (error) {
    console.error(`No readable test report: ${error.message}`)
    counted.failed += 1
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
  countReport(file, succeeded, ({ testResults }) =>
    testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ status, fullName, failureMessages }) => ({
        name: `${relative('.', name)} › ${fullName}`,
        outcome: status === 'passed' && failureMessages.length > 0 ? 'repeated' : (vitestOutcomes[status] ?? 'skipped'),
      })),
    ),
  )
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
  countReport(file, succeeded, ({ suites }) =>
    suites
      .flatMap(specsOf)
      .flatMap(({ file, title, tests }) =>
        tests.map(({ status }) => ({ name: `${file} › ${title}`, outcome: playwrightOutcomes[status] })),
      ),
  )
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
