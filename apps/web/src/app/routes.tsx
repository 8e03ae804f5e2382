import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  useLocation,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { AccountPicker } from '#web/features/accounts/components/account-picker.tsx'
import { sessionQuery } from '#web/features/auth/api/session.ts'
import { SignInPage } from '#web/features/auth/components/sign-in-page.tsx'
import { readSignInSearch, type SignInSearch, signInPath, toSignIn } from '#web/features/auth/routes.ts'
import { readOverviewSearch, readStorageSearch, toAccountStorage } from '#web/features/storage/routes.ts'
import { readCompareSearch } from '#web/features/system-configs/compare/routes.ts'
import { readMatrixSearch } from '#web/features/system-configs/matrix/routes.ts'
import { readNodeSearch } from '#web/features/system-configs/node/routes.ts'
import { readCategorySearch, readOverviewOfConfigs } from '#web/features/system-configs/routes.ts'
import { readSettingsSearch } from '#web/features/system-configs/search/routes.ts'
import { readSweepSearch } from '#web/features/system-configs/sweep/routes.ts'
import { readTopologySearch } from '#web/features/topology/routes.ts'
import { SessionProvider, useSession } from '#web/lib/session.tsx'
import { AreaLayout } from './frame/area-layout.tsx'
import { ErrorPage } from './frame/error-page.tsx'
import { ForbiddenPage } from './frame/forbidden-page.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFoundPage } from './frame/not-found-page.tsx'
import { PendingList } from './frame/pending-list.tsx'
import { WholeArea } from './frame/whole-area.tsx'
import { lazyPage } from './lazy-page.tsx'
import { ownSearch } from './own-search.ts'

export interface RouterContext {
  queryClient: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: signInPath,
  validateSearch: ownSearch<SignInSearch>(readSignInSearch),
  beforeLoad: async ({ context, search }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (session !== null) throw redirect({ href: search.next ?? '/' })
  },
  component: function SignIn() {
    const { next = '/' } = signInRoute.useSearch()
    const navigate = signInRoute.useNavigate()
    return <SignInPage onSignedIn={() => void navigate({ href: next, replace: true })} />
  },
})

/** Everything behind the sign-in. */
const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery())
    if (session === null) throw redirect(toSignIn(location.href))
    return { session }
  },
  component: function Console() {
    const { session: known } = consoleRoute.useRouteContext()
    // A session that ran out leaves the page, with its drafts, to the one who was signed in.
    const session = useSuspenseQuery(sessionQuery()).data ?? known
    return (
      <SessionProvider session={session}>
        <Frame />
      </SessionProvider>
    )
  },
})

/** Leads to the area the operator has most to do in. */
const homeRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: context.session.is_superduper_admin ? '/system-configs' : '/storage' })
  },
})

/** What only superduper admins may see. */
const superduperRoute = createRoute({
  getParentRoute: () => consoleRoute,
  id: 'superduper',
  component: function Superduper() {
    return useSession().is_superduper_admin ? <Outlet /> : <ForbiddenPage />
  },
})

/** Areas that are one page each. */
const wholeRoute = createRoute({
  getParentRoute: () => superduperRoute,
  id: 'whole',
  component: () => (
    <WholeArea>
      <Outlet />
    </WholeArea>
  ),
})

const TopologyPage = lazyPage(
  'topology-page',
  async () => (await import('#web/features/topology/components/topology-page.tsx')).TopologyPage,
)
const topologyRoute = createRoute({
  getParentRoute: () => wholeRoute,
  path: '/topology',
  validateSearch: ownSearch(readTopologySearch),
  component: () => <TopologyPage search={topologyRoute.useSearch()} />,
})

const SweeperPage = lazyPage(
  'sweeper-page',
  async () => (await import('#web/features/system-configs/sweep/sweeper-page.tsx')).SweeperPage,
)
const sweeperRoute = createRoute({
  getParentRoute: () => wholeRoute,
  path: '/sweeper',
  validateSearch: ownSearch(readSweepSearch),
  component: () => <SweeperPage search={sweeperRoute.useSearch()} />,
})

const SearchPage = lazyPage(
  'search-page',
  async () => (await import('#web/features/system-configs/search/search-page.tsx')).SearchPage,
)
const searchRoute = createRoute({
  getParentRoute: () => wholeRoute,
  path: '/search',
  validateSearch: ownSearch(readSettingsSearch),
  component: () => <SearchPage q={searchRoute.useSearch().q ?? ''} />,
})

const NodePage = lazyPage(
  'node-page',
  async () => (await import('#web/features/system-configs/node/node-page.tsx')).NodePage,
)
const nodeRoute = createRoute({
  getParentRoute: () => wholeRoute,
  path: '/nodes/$node',
  validateSearch: ownSearch(readNodeSearch),
  component: () => <NodePage {...nodeRoute.useParams()} search={nodeRoute.useSearch()} />,
})

const pendingCategories = <PendingList area="systemConfigs" />
const SystemConfigsListColumn = lazyPage(
  'system-configs-list-column',
  async () =>
    (await import('#web/features/system-configs/components/system-configs-list-column.tsx')).SystemConfigsListColumn,
  pendingCategories,
)
/** The categories beside whatever is shown of one. */
const categoriesRoute = createRoute({
  getParentRoute: () => superduperRoute,
  id: 'categories',
  component: function Categories() {
    const { category } = useParams({ strict: false })
    const search = useSearch({ strict: false })
    const { leftCategory } = readCompareSearch({ ...search })
    const { pathname } = useLocation()
    return (
      <AreaLayout
        list={<SystemConfigsListColumn selected={category ?? leftCategory} />}
        pendingList={pendingCategories}
        hasEntry={pathname !== systemConfigsRoute.fullPath || search.overview === true}
      />
    )
  },
})

const systemConfigsRoute = createRoute({
  getParentRoute: () => categoriesRoute,
  path: '/system-configs',
  // Its pages read the rest of the address themselves.
  validateSearch: readOverviewOfConfigs,
  notFoundComponent: NotFoundPage,
})

const ComparePage = lazyPage(
  'compare-page',
  async () => (await import('#web/features/system-configs/compare/compare-page.tsx')).ComparePage,
)
const compareRoute = createRoute({
  getParentRoute: () => categoriesRoute,
  path: '/compare',
  validateSearch: ownSearch(readCompareSearch),
  component: () => <ComparePage search={compareRoute.useSearch()} />,
})

const systemConfigsOverviewRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '/',
  component: lazyPage(
    'system-configs-overview',
    async () =>
      (await import('#web/features/system-configs/overview/system-configs-overview.tsx')).SystemConfigsOverview,
  ),
})

const CategoryPage = lazyPage(
  'category-page',
  async () => (await import('#web/features/system-configs/components/category-page.tsx')).CategoryPage,
)
const categoryRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '$category',
  validateSearch: ownSearch(readCategorySearch),
  component: () => <CategoryPage {...categoryRoute.useParams()} search={categoryRoute.useSearch()} />,
})

const MatrixPage = lazyPage(
  'matrix-page',
  async () => (await import('#web/features/system-configs/matrix/matrix-page.tsx')).MatrixPage,
)
const matrixRoute = createRoute({
  getParentRoute: () => systemConfigsRoute,
  path: '$category/matrix',
  validateSearch: ownSearch(readMatrixSearch),
  component: () => <MatrixPage {...matrixRoute.useParams()} search={matrixRoute.useSearch()} />,
})

const pendingStorage = <PendingList area="storage" />
const StorageListColumn = lazyPage(
  'storage-list-column',
  async () => (await import('#web/features/storage/pages/storage-list-column.tsx')).StorageListColumn,
  pendingStorage,
)
const storageRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/storage',
  notFoundComponent: NotFoundPage,
  component: function Storage() {
    const { accountId } = useParams({ strict: false })
    const { pathname, search } = useLocation()
    return (
      <AreaLayout
        list={<StorageListColumn picker={<StorageAccountPicker />} accountId={accountId} />}
        pendingList={pendingStorage}
        hasEntry={pathname !== storageRoute.fullPath || 'account' in search}
      />
    )
  },
})

/** Leads to the storage of any account within reach, whether it has a document or not. */
function StorageAccountPicker() {
  const t = useTranslations('frame.accountPicker')
  const navigate = useNavigate()
  return <AccountPicker label={t('label')} onChoose={({ id }) => void navigate(toAccountStorage(id))} />
}

const StorageOverview = lazyPage(
  'storage-overview',
  async () => (await import('#web/features/storage/pages/storage-overview.tsx')).StorageOverview,
)
const storageOverviewRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: '/',
  validateSearch: ownSearch(readOverviewSearch),
  component: function Overview() {
    const t = useTranslations('storageWhere.ask')
    const navigate = useNavigate()
    const search = storageOverviewRoute.useSearch()
    const { user: _, ...question } = search
    return (
      <StorageOverview
        search={search}
        picker={
          <AccountPicker
            label={t(search.account === undefined ? 'choose' : 'another')}
            onChoose={({ id }) => void navigate({ to: '/storage', search: { ...question, account: id } })}
          />
        }
      />
    )
  },
})

const SystemStoragePage = lazyPage(
  'system-storage-page',
  async () => (await import('#web/features/storage/pages/system-storage-page.tsx')).SystemStoragePage,
)
const systemStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'system',
  validateSearch: ownSearch(readStorageSearch),
  component: () => <SystemStoragePage search={systemStorageRoute.useSearch()} />,
})

const AccountStoragePage = lazyPage(
  'account-storage-page',
  async () => (await import('#web/features/storage/pages/account-storage-page.tsx')).AccountStoragePage,
)
const accountStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId',
  validateSearch: ownSearch(readStorageSearch),
  component: () => <AccountStoragePage {...accountStorageRoute.useParams()} search={accountStorageRoute.useSearch()} />,
})

const AccountUsersPage = lazyPage(
  'account-users-page',
  async () => (await import('#web/features/storage/pages/account-users-page.tsx')).AccountUsersPage,
)
const accountUsersRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users',
  component: () => <AccountUsersPage {...accountUsersRoute.useParams()} />,
})

const UserStoragePage = lazyPage(
  'user-storage-page',
  async () => (await import('#web/features/storage/pages/user-storage-page.tsx')).UserStoragePage,
)
const userStorageRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/users/$userId',
  validateSearch: ownSearch(readStorageSearch),
  component: () => <UserStoragePage {...userStorageRoute.useParams()} search={userStorageRoute.useSearch()} />,
})

const PlansPage = lazyPage(
  'plans-page',
  async () => (await import('#web/features/storage/pages/plans-page.tsx')).PlansPage,
)
const systemPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans',
  component: () => <PlansPage />,
})
const accountPlansRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans',
  component: () => <PlansPage {...accountPlansRoute.useParams()} />,
})

const PlanPage = lazyPage('plan-page', async () => (await import('#web/features/storage/pages/plan-page.tsx')).PlanPage)
const systemPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'plans/$planId',
  validateSearch: ownSearch(readStorageSearch),
  component: () => <PlanPage {...systemPlanRoute.useParams()} search={systemPlanRoute.useSearch()} />,
})
const accountPlanRoute = createRoute({
  getParentRoute: () => storageRoute,
  path: 'accounts/$accountId/plans/$planId',
  validateSearch: ownSearch(readStorageSearch),
  component: () => <PlanPage {...accountPlanRoute.useParams()} search={accountPlanRoute.useSearch()} />,
})

/** What no other route knows. */
const unknownRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '$',
  component: () => (
    <WholeArea>
      <NotFoundPage />
    </WholeArea>
  ),
})

/** Every page of the console: its address, its search, who may see it (by what stands around it), and what is shown. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  consoleRoute.addChildren([
    homeRoute,
    unknownRoute,
    superduperRoute.addChildren([
      wholeRoute.addChildren([topologyRoute, sweeperRoute, searchRoute, nodeRoute]),
      categoriesRoute.addChildren([
        compareRoute,
        systemConfigsRoute.addChildren([systemConfigsOverviewRoute, categoryRoute, matrixRoute]),
      ]),
    ]),
    storageRoute.addChildren([
      storageOverviewRoute,
      systemStorageRoute,
      systemPlansRoute,
      systemPlanRoute,
      accountStorageRoute,
      accountUsersRoute,
      userStorageRoute,
      accountPlansRoute,
      accountPlanRoute,
    ]),
  ]),
])
