import type { KazooSchema } from '../kazoo-schema.ts'
import { accounts5 } from './system_config/accounts.ts'
import { acdc5 } from './system_config/acdc.ts'
import { appexClient } from './system_config/appex_client.ts'
import { attachmentsS3 } from './system_config/attachments.s3.ts'
import { auth5 } from './system_config/auth.ts'
import { authPassword } from './system_config/auth.password.ts'
import { blackhole5 } from './system_config/blackhole.ts'
import { braintree5 } from './system_config/braintree.ts'
import { callCommand5 } from './system_config/call_command.ts'
import { callflow5 } from './system_config/callflow.ts'
import { callflowMenu5 } from './system_config/callflow.menu.ts'
import { cdr5 } from './system_config/cdr.ts'
import { cnam5 } from './system_config/cnam.ts'
import { commland } from './system_config/commland.ts'
import { conferences5 } from './system_config/conferences.ts'
import { crossbar5 } from './system_config/crossbar.ts'
import { crossbarAuth5 } from './system_config/crossbar.auth.ts'
import { crossbarCallReports } from './system_config/crossbar.call_reports.ts'
import { crossbarCommland } from './system_config/crossbar.commland.ts'
import { crossbarConferenceAuth } from './system_config/crossbar.conference_auth.ts'
import { crossbarDevices5 } from './system_config/crossbar.devices.ts'
import { crossbarGetstream } from './system_config/crossbar.getstream.ts'
import { crossbarPhoneNumbers5 } from './system_config/crossbar.phone_numbers.ts'
import { crossbarVoicemail5 } from './system_config/crossbar.voicemail.ts'
import { crossbarWordle } from './system_config/crossbar.wordle.ts'
import { defaultCategory } from './system_config/default.ts'
import { designDocs } from './system_config/design_docs.ts'
import { duoUniversal } from './system_config/duo.universal.ts'
import { ecallmgr5 } from './system_config/ecallmgr.ts'
import { hotornot5 } from './system_config/hotornot.ts'
import { interaction } from './system_config/interaction.ts'
import { jonny55 } from './system_config/jonny5.ts'
import { kazooApps } from './system_config/kazoo_apps.ts'
import { kazooEndpoint5 } from './system_config/kazoo_endpoint.ts'
import { kazooEndpointMobile5 } from './system_config/kazoo_endpoint.mobile.ts'
import { kazooWeb5 } from './system_config/kazoo_web.ts'
import { media5 } from './system_config/media.ts'
import { numberManager5 } from './system_config/number_manager.ts'
import { pivotStream } from './system_config/pivot.stream.ts'
import { privacy5 } from './system_config/privacy.ts'
import { pusher5 } from './system_config/pusher.ts'
import { registrar5 } from './system_config/registrar.ts'
import { registrarAuthType } from './system_config/registrar.auth_type.ts'
import { reorder5 } from './system_config/reorder.ts'
import { schemaValidation } from './system_config/schema_validation.ts'
import { servers5 } from './system_config/servers.ts'
import { services5 } from './system_config/services.ts'
import { speech5 } from './system_config/speech.ts'
import { speechGoogle5 } from './system_config/speech.google.ts'
import { speechIbm } from './system_config/speech.ibm.ts'
import { stepswitch5 } from './system_config/stepswitch.ts'
import { systemData5 } from './system_config/system_data.ts'
import { tasks5 } from './system_config/tasks.ts'
import { tasksCleanup } from './system_config/tasks.cleanup.ts'
import { tasksPresenceRollover } from './system_config/tasks.presence_rollover.ts'
import { teletype5 } from './system_config/teletype.ts'
import { trunkstore5 } from './system_config/trunkstore.ts'
import { voicemail } from './system_config/voicemail.ts'
import { webhooks5 } from './system_config/webhooks.ts'
import { webhooksObject } from './system_config/webhooks.object.ts'
import { authModuleConfig5 } from './auth_module_config.ts'
import { timezone } from './timezone.ts'
import { userAuth5 } from './user_auth.ts'
import { storageAttachmentAws5 } from './storage/attachment.aws.ts'
import { storageAttachmentHttp5 } from './storage/attachment.http.ts'
import { storageConnectionCouchdb5 } from './storage/connection.couchdb.ts'
import { storagePlan5 } from './storage/plan.ts'
import { storagePlanDatabase5 } from './storage/plan.database.ts'
import { storagePlanDatabaseDocument5 } from './storage/plan.database.document.ts'

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
