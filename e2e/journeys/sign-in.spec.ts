import { expectAccessible } from '../expect-accessible.ts'
import { expect, test, testOnOwnStore } from '../fixtures.ts'
import { fillSignIn, signInWithToken } from '../pages/sign-in.ts'

test.describe('signing in', () => {
  test.use({ role: 'nobody' })

  test('a wrong password says so, the right one leads to where one was going, signing out leads back', async ({
    page,
    strata,
    watch,
  }) => {
    watch.expects({ status: 401, path: '/console/session' })
    const signIn = strata.signIn('superduper-admin')
    await page.goto('/system-configs/sysconf?section=z1')
    await expect(page).toHaveURL(/\/sign-in\?next=/)

    await fillSignIn(page, { ...signIn, password: 'not-the-password' })
    await expect(page.getByRole('alert')).toContainText('No user of this account has that name and password')

    await page.getByLabel('Password').fill(signIn.password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/system-configs\/sysconf\?section=z1$/)

    await page.getByRole('button', { name: 'You and this console' }).click()
    await expect(page.getByRole('menu')).toContainText('admin · master · Superduper admin')
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Strata' })).toBeVisible()

    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Sign in to Strata' })).toBeVisible()
  })

  test('no empty field is sent: the first one missing gets the focus', async ({ page, watch }) => {
    watch.expects({ status: 401, path: '/console/session' })
    await page.goto('/sign-in')
    await expect(page.getByLabel('Account')).toBeFocused()
    await page.getByLabel('Account').fill('master')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByLabel('Username')).toBeFocused()
  })

  test('a token leads to where one was going, and is kept nowhere', async ({ page, strata, watch }) => {
    watch.expects({ status: 401, path: '/console/session' })
    const { token } = await strata.api('account-admin')
    watch.hides(token)
    await page.goto('/storage')
    await signInWithToken(page, `${token.slice(0, -5)}wrong`)
    await expect(page.getByRole('alert')).toContainText('This token is not valid here, or has run out')
    await expectAccessible(page, 'sign-in with a token')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL(/\/storage$/)
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]))
    expect(kept + page.url()).not.toContain(token)
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name, httpOnly }) => ({ name, httpOnly }))).toEqual([
      { name: expect.stringMatching(/^strata_session_/), httpOnly: true },
    ])
    expect(cookies[0]?.value).not.toBe(token)

    await page.goBack()
    await expect(page.getByText(token)).toHaveCount(0)
  })
})

testOnOwnStore.describe('where a second factor is asked for', () => {
  testOnOwnStore.use({ role: 'nobody' })

  testOnOwnStore('the right password says what to do, and a token signs in', async ({ page, own, api, watch }) => {
    watch.expects({ status: 401, path: '/console/session' })
    const factor = { cb_user_auth: { multi_factor: { enabled: true } } }
    await api.write('PATCH', '/v2/system_configs/crossbar.auth', { default: { auth_modules: factor } })
    await own.stop()
    await own.start()

    await page.goto('/sign-in')
    await fillSignIn(page, own.signIn('superduper-admin'))
    await expect(page.getByRole('alert')).toContainText('asks for a second factor, which only KAZOO can check')
    await expectAccessible(page, 'a second factor is asked for')
    await signInWithToken(page, api.token)
    await expect(page.getByRole('button', { name: 'You and this console' })).toBeVisible()
  })
})

testOnOwnStore('a session that ended asks for the password and keeps the draft', async ({ page, strata, watch }) => {
  watch.expects({ status: 401, path: /./ })
  await page.goto('/system-configs/sysconf')
  await page.getByLabel('ACL request timeout fudge').fill('150')

  await page.context().clearCookies()
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('alertdialog', { name: 'Your session ended' })
  await expect(dialog).toContainText('Nothing you typed is lost')
  await dialog.getByLabel('Password').fill(strata.signIn('superduper-admin').password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('ACL request timeout fudge')).toHaveValue('150')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alertdialog').filter({ hasText: /^Saved/ })).toBeVisible()
})
