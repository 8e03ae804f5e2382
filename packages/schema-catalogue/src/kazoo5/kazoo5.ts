import type { KazooSchema } from '../kazoo-schema.ts'
import { accounts5 } from './categories/accounts.ts'
import { acdc5 } from './categories/acdc.ts'
import { appexClient } from './categories/appex-client.ts'
import { attachmentsS3 } from './categories/attachments-s3.ts'
import { auth5 } from './categories/auth.ts'
import { authPassword } from './categories/auth-password.ts'
import { blackhole5 } from './categories/blackhole.ts'
import { braintree5 } from './categories/braintree.ts'
import { callCommand5 } from './categories/call-command.ts'
import { callflow5 } from './categories/callflow.ts'
import { callflowMenu5 } from './categories/callflow-menu.ts'
import { cdr5 } from './categories/cdr.ts'
import { cnam5 } from './categories/cnam.ts'
import { commland } from './categories/commland.ts'
import { conferences5 } from './categories/conferences.ts'
import { crossbar5 } from './categories/crossbar.ts'
import { crossbarAuth5 } from './categories/crossbar-auth.ts'
import { crossbarCallReports } from './categories/crossbar-call-reports.ts'
import { crossbarCommland } from './categories/crossbar-commland.ts'
import { crossbarConferenceAuth } from './categories/crossbar-conference-auth.ts'
import { crossbarDevices5 } from './categories/crossbar-devices.ts'
import { crossbarGetstream } from './categories/crossbar-getstream.ts'
import { crossbarPhoneNumbers5 } from './categories/crossbar-phone-numbers.ts'
import { crossbarVoicemail5 } from './categories/crossbar-voicemail.ts'
import { crossbarWordle } from './categories/crossbar-wordle.ts'
import { defaultCategory } from './categories/default.ts'
import { designDocs } from './categories/design-docs.ts'
import { duoUniversal } from './categories/duo-universal.ts'
import { ecallmgr5 } from './categories/ecallmgr.ts'
import { hotornot5 } from './categories/hotornot.ts'
import { interaction } from './categories/interaction.ts'
import { jonny55 } from './categories/jonny5.ts'
import { kazooApps } from './categories/kazoo-apps.ts'
import { kazooEndpoint5 } from './categories/kazoo-endpoint.ts'
import { kazooEndpointMobile5 } from './categories/kazoo-endpoint-mobile.ts'
import { kazooWeb5 } from './categories/kazoo-web.ts'
import { media5 } from './categories/media.ts'
import { numberManager5 } from './categories/number-manager.ts'
import { pivotStream } from './categories/pivot-stream.ts'
import { privacy5 } from './categories/privacy.ts'
import { pusher5 } from './categories/pusher.ts'
import { registrar5 } from './categories/registrar.ts'
import { registrarAuthType } from './categories/registrar-auth-type.ts'
import { reorder5 } from './categories/reorder.ts'
import { schemaValidation } from './categories/schema-validation.ts'
import { servers5 } from './categories/servers.ts'
import { services5 } from './categories/services.ts'
import { speech5 } from './categories/speech.ts'
import { speechGoogle5 } from './categories/speech-google.ts'
import { speechIbm } from './categories/speech-ibm.ts'
import { stepswitch5 } from './categories/stepswitch.ts'
import { systemData5 } from './categories/system-data.ts'
import { tasks5 } from './categories/tasks.ts'
import { tasksCleanup } from './categories/tasks-cleanup.ts'
import { tasksPresenceRollover } from './categories/tasks-presence-rollover.ts'
import { teletype5 } from './categories/teletype.ts'
import { trunkstore5 } from './categories/trunkstore.ts'
import { voicemail } from './categories/voicemail.ts'
import { webhooks5 } from './categories/webhooks.ts'
import { webhooksObject } from './categories/webhooks-object.ts'
import { authModuleConfig5 } from './referred/auth-module-config.ts'
import { timezone } from './referred/timezone.ts'
import { userAuth5 } from './referred/user-auth.ts'
import { storageAttachmentAws5 } from './storage/storage-attachment-aws.ts'
import { storageAttachmentHttp5 } from './storage/storage-attachment-http.ts'
import { storageConnectionCouchdb5 } from './storage/storage-connection-couchdb.ts'
import { storagePlan5 } from './storage/storage-plan.ts'
import { storagePlanDatabase5 } from './storage/storage-plan-database.ts'
import { storagePlanDatabaseDocument5 } from './storage/storage-plan-database-document.ts'

/** The schemas that KAZOO 5 has otherwise than 4.3, or besides. It has all others as they are there. */
export const kazoo5: readonly KazooSchema[] = [
  authModuleConfig5,
  storageAttachmentAws5,
  storageAttachmentHttp5,
  storageConnectionCouchdb5,
  storagePlan5,
  storagePlanDatabase5,
  storagePlanDatabaseDocument5,
  accounts5,
  acdc5,
  appexClient,
  attachmentsS3,
  auth5,
  authPassword,
  blackhole5,
  braintree5,
  callCommand5,
  callflow5,
  callflowMenu5,
  cdr5,
  cnam5,
  commland,
  conferences5,
  crossbar5,
  crossbarAuth5,
  crossbarCallReports,
  crossbarCommland,
  crossbarConferenceAuth,
  crossbarDevices5,
  crossbarGetstream,
  crossbarPhoneNumbers5,
  crossbarVoicemail5,
  crossbarWordle,
  defaultCategory,
  designDocs,
  duoUniversal,
  ecallmgr5,
  hotornot5,
  interaction,
  jonny55,
  kazooApps,
  kazooEndpoint5,
  kazooEndpointMobile5,
  kazooWeb5,
  media5,
  numberManager5,
  pivotStream,
  privacy5,
  pusher5,
  registrar5,
  registrarAuthType,
  reorder5,
  schemaValidation,
  servers5,
  services5,
  speech5,
  speechGoogle5,
  speechIbm,
  stepswitch5,
  systemData5,
  tasks5,
  tasksCleanup,
  tasksPresenceRollover,
  teletype5,
  trunkstore5,
  voicemail,
  webhooks5,
  webhooksObject,
  timezone,
  userAuth5,
]
