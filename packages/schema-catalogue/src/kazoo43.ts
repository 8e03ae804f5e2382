import { accounts } from './categories/accounts.ts'
import { acdc } from './categories/acdc.ts'
import { alerts } from './categories/alerts.ts'
import { ananke } from './categories/ananke.ts'
import { auth } from './categories/auth.ts'
import { blackhole } from './categories/blackhole.ts'
import { braintree } from './categories/braintree.ts'
import { callCommand } from './categories/call-command.ts'
import { callInspector } from './categories/call-inspector.ts'
import { callflow } from './categories/callflow.ts'
import { callflowCallForward } from './categories/callflow-call-forward.ts'
import { callflowDynamicCid } from './categories/callflow-dynamic-cid.ts'
import { callflowHotdesk } from './categories/callflow-hotdesk.ts'
import { callflowMenu } from './categories/callflow-menu.ts'
import { callflowPark } from './categories/callflow-park.ts'
import { callflowResources } from './categories/callflow-resources.ts'
import { camper } from './categories/camper.ts'
import { cccp } from './categories/cccp.ts'
import { cdr } from './categories/cdr.ts'
import { cluster } from './categories/cluster.ts'
import { clusterManager } from './categories/cluster-manager.ts'
import { cnam } from './categories/cnam.ts'
import { conferences } from './categories/conferences.ts'
import { crossbar } from './categories/crossbar.ts'
import { crossbarAccounts } from './categories/crossbar-accounts.ts'
import { crossbarAcdcCallStats } from './categories/crossbar-acdc-call-stats.ts'
import { crossbarAlerts } from './categories/crossbar-alerts.ts'
import { crossbarAuth } from './categories/crossbar-auth.ts'
import { crossbarBraintree } from './categories/crossbar-braintree.ts'
import { crossbarCallInspector } from './categories/crossbar-call-inspector.ts'
import { crossbarCdrs } from './categories/crossbar-cdrs.ts'
import { crossbarChannels } from './categories/crossbar-channels.ts'
import { crossbarContactList } from './categories/crossbar-contact-list.ts'
import { crossbarDevices } from './categories/crossbar-devices.ts'
import { crossbarMedia } from './categories/crossbar-media.ts'
import { crossbarNotifications } from './categories/crossbar-notifications.ts'
import { crossbarPhoneNumbers } from './categories/crossbar-phone-numbers.ts'
import { crossbarPhonebook } from './categories/crossbar-phonebook.ts'
import { crossbarResources } from './categories/crossbar-resources.ts'
import { crossbarSms } from './categories/crossbar-sms.ts'
import { crossbarTokenRestrictions } from './categories/crossbar-token-restrictions.ts'
import { crossbarUsers } from './categories/crossbar-users.ts'
import { crossbarVoicemail } from './categories/crossbar-voicemail.ts'
import { datamgr } from './categories/datamgr.ts'
import { doodle } from './categories/doodle.ts'
import { ecallmgr } from './categories/ecallmgr.ts'
import { edr } from './categories/edr.ts'
import { epmd } from './categories/epmd.ts'
import { fax } from './categories/fax.ts'
import { frontier } from './categories/frontier.ts'
import { hangups } from './categories/hangups.ts'
import { hotornot } from './categories/hotornot.ts'
import { ips } from './categories/ips.ts'
import { jonny5 } from './categories/jonny5.ts'
import { kappsController } from './categories/kapps-controller.ts'
import { kappsMaintenance } from './categories/kapps-maintenance.ts'
import { kazooConvert } from './categories/kazoo-convert.ts'
import { kazooConvertConvertapi } from './categories/kazoo-convert-convertapi.ts'
import { kazooCouch } from './categories/kazoo-couch.ts'
import { kazooDirectory } from './categories/kazoo-directory.ts'
import { kazooEndpoint } from './categories/kazoo-endpoint.ts'
import { kazooEndpointMobile } from './categories/kazoo-endpoint-mobile.ts'
import { kazooEvents } from './categories/kazoo-events.ts'
import { kazooIm } from './categories/kazoo-im.ts'
import { kazooPdf } from './categories/kazoo-pdf.ts'
import { kazooWeb } from './categories/kazoo-web.ts'
import { keys } from './categories/keys.ts'
import { konami } from './categories/konami.ts'
import { konamiPro } from './categories/konami-pro.ts'
import { kztTwimlUtil } from './categories/kzt-twiml-util.ts'
import { ledgers } from './categories/ledgers.ts'
import { limits } from './categories/limits.ts'
import { media } from './categories/media.ts'
import { metaflows } from './categories/metaflows.ts'
import { milliwatt } from './categories/milliwatt.ts'
import { mobile } from './categories/mobile.ts'
import { mobileManager } from './categories/mobile-manager.ts'
import { modb } from './categories/modb.ts'
import { notify } from './categories/notify.ts'
import { notifyCnamRequest } from './categories/notify-cnam-request.ts'
import { notifyDeregister } from './categories/notify-deregister.ts'
import { notifyFax } from './categories/notify-fax.ts'
import { notifyFaxInboundErrorToEmail } from './categories/notify-fax-inbound-error-to-email.ts'
import { notifyFaxOutboundErrorToEmail } from './categories/notify-fax-outbound-error-to-email.ts'
import { notifyFirstOccurrence } from './categories/notify-first-occurrence.ts'
import { notifyLowBalance } from './categories/notify-low-balance.ts'
import { notifyNewAccount } from './categories/notify-new-account.ts'
import { notifyPasswordRecovery } from './categories/notify-password-recovery.ts'
import { notifyPortCancel } from './categories/notify-port-cancel.ts'
import { notifyPortRequest } from './categories/notify-port-request.ts'
import { notifyPortRequestAdmin } from './categories/notify-port-request-admin.ts'
import { notifyPorted } from './categories/notify-ported.ts'
import { notifySystemAlert } from './categories/notify-system-alert.ts'
import { notifyTopup } from './categories/notify-topup.ts'
import { notifyTransaction } from './categories/notify-transaction.ts'
import { notifyVoicemailDeleted } from './categories/notify-voicemail-deleted.ts'
import { notifyVoicemailFull } from './categories/notify-voicemail-full.ts'
import { notifyVoicemailToEmail } from './categories/notify-voicemail-to-email.ts'
import { numberManager } from './categories/number-manager.ts'
import { numberManagerBandwidth } from './categories/number-manager-bandwidth.ts'
import { numberManagerBandwidth2 } from './categories/number-manager-bandwidth2.ts'
import { numberManagerDashE911 } from './categories/number-manager-dash-e911.ts'
import { numberManagerLocality } from './categories/number-manager-locality.ts'
import { numberManagerOther } from './categories/number-manager-other.ts'
import { numberManagerSimwood } from './categories/number-manager-simwood.ts'
import { numberManagerTelnyx } from './categories/number-manager-telnyx.ts'
import { numberManagerVitelity } from './categories/number-manager-vitelity.ts'
import { numberManagerVoipInnovations } from './categories/number-manager-voip-innovations.ts'
import { numberManagerVoxbone } from './categories/number-manager-voxbone.ts'
import { omnipresence } from './categories/omnipresence.ts'
import { phonebook } from './categories/phonebook.ts'
import { pivot } from './categories/pivot.ts'
import { pivotTwiml } from './categories/pivot-twiml.ts'
import { privacy } from './categories/privacy.ts'
import { provisioner } from './categories/provisioner.ts'
import { pusher } from './categories/pusher.ts'
import { qubicle } from './categories/qubicle.ts'
import { registrar } from './categories/registrar.ts'
import { reorder } from './categories/reorder.ts'
import { servers } from './categories/servers.ts'
import { services } from './categories/services.ts'
import { servicesHttpSync } from './categories/services-http-sync.ts'
import { sms } from './categories/sms.ts'
import { smsCommand } from './categories/sms-command.ts'
import { smtpClient } from './categories/smtp-client.ts'
import { speech } from './categories/speech.ts'
import { speechGoogle } from './categories/speech-google.ts'
import { stepswitch } from './categories/stepswitch.ts'
import { stepswitchCnam } from './categories/stepswitch-cnam.ts'
import { sysconf } from './categories/sysconf.ts'
import { systemData } from './categories/system-data.ts'
import { tasks } from './categories/tasks.ts'
import { tasksBillEarly } from './categories/tasks-bill-early.ts'
import { tasksFaxCleanup } from './categories/tasks-fax-cleanup.ts'
import { tasksLedgerRollover } from './categories/tasks-ledger-rollover.ts'
import { tasksModbCreation } from './categories/tasks-modb-creation.ts'
import { tasksNotifyResend } from './categories/tasks-notify-resend.ts'
import { tasksNumbers } from './categories/tasks-numbers.ts'
import { tasksServicesRollover } from './categories/tasks-services-rollover.ts'
import { telemetry } from './categories/telemetry.ts'
import { telemetryWaveguide } from './categories/telemetry-waveguide.ts'
import { teletype } from './categories/teletype.ts'
import { tokenBuckets } from './categories/token-buckets.ts'
import { topup } from './categories/topup.ts'
import { trunkstore } from './categories/trunkstore.ts'
import { webhooks } from './categories/webhooks.ts'
import { webrtc } from './categories/webrtc.ts'
import { whitelabel } from './categories/whitelabel.ts'
import { yodb } from './categories/yodb.ts'
import type { KazooSchema } from './kazoo-schema.ts'
import { apiAuth } from './referred/api-auth.ts'
import { authModuleConfig } from './referred/auth-module-config.ts'
import { formatters } from './referred/formatters.ts'
import { formattersFormatOptions } from './referred/formatters-format-options.ts'
import { userAuth } from './referred/user-auth.ts'
import { voicemailKeys } from './referred/voicemail-keys.ts'
import { voicemailKeysDtmfKey } from './referred/voicemail-keys-dtmf-key.ts'
import { storage } from './storage/storage.ts'
import { storageAttachmentAws } from './storage/storage-attachment-aws.ts'
import { storageAttachmentAzure } from './storage/storage-attachment-azure.ts'
import { storageAttachmentDropbox } from './storage/storage-attachment-dropbox.ts'
import { storageAttachmentGoogleDrive } from './storage/storage-attachment-google-drive.ts'
import { storageAttachmentGoogleStorage } from './storage/storage-attachment-google-storage.ts'
import { storageAttachmentHttp } from './storage/storage-attachment-http.ts'
import { storageAttachmentOnedrive } from './storage/storage-attachment-onedrive.ts'
import { storageAttachments } from './storage/storage-attachments.ts'
import { storageAttachmentsField } from './storage/storage-attachments-field.ts'
import { storageConnectionCouchdb } from './storage/storage-connection-couchdb.ts'
import { storageConnections } from './storage/storage-connections.ts'
import { storagePlan } from './storage/storage-plan.ts'
import { storagePlanDatabase } from './storage/storage-plan-database.ts'
import { storagePlanDatabaseAttachment } from './storage/storage-plan-database-attachment.ts'
import { storagePlanDatabaseDocument } from './storage/storage-plan-database-document.ts'
import { systemConfigs } from './system-configs.ts'

const categories: readonly KazooSchema[] = [
  accounts,
  acdc,
  alerts,
  ananke,
  auth,
  blackhole,
  braintree,
  callCommand,
  callInspector,
  callflow,
  callflowCallForward,
  callflowDynamicCid,
  callflowHotdesk,
  callflowMenu,
  callflowPark,
  callflowResources,
  camper,
  cccp,
  cdr,
  cluster,
  clusterManager,
  cnam,
  conferences,
  crossbar,
  crossbarAccounts,
  crossbarAcdcCallStats,
  crossbarAlerts,
  crossbarAuth,
  crossbarBraintree,
  crossbarCallInspector,
  crossbarCdrs,
  crossbarChannels,
  crossbarContactList,
  crossbarDevices,
  crossbarMedia,
  crossbarNotifications,
  crossbarPhoneNumbers,
  crossbarPhonebook,
  crossbarResources,
  crossbarSms,
  crossbarTokenRestrictions,
  crossbarUsers,
  crossbarVoicemail,
  datamgr,
  doodle,
  ecallmgr,
  edr,
  epmd,
  fax,
  frontier,
  hangups,
  hotornot,
  ips,
  jonny5,
  kappsController,
  kappsMaintenance,
  kazooConvert,
  kazooConvertConvertapi,
  kazooCouch,
  kazooDirectory,
  kazooEndpoint,
  kazooEndpointMobile,
  kazooEvents,
  kazooIm,
  kazooPdf,
  kazooWeb,
  keys,
  konami,
  konamiPro,
  kztTwimlUtil,
  ledgers,
  limits,
  media,
  metaflows,
  milliwatt,
  mobile,
  mobileManager,
  modb,
  notify,
  notifyCnamRequest,
  notifyDeregister,
  notifyFax,
  notifyFaxInboundErrorToEmail,
  notifyFaxOutboundErrorToEmail,
  notifyFirstOccurrence,
  notifyLowBalance,
  notifyNewAccount,
  notifyPasswordRecovery,
  notifyPortCancel,
  notifyPortRequest,
  notifyPortRequestAdmin,
  notifyPorted,
  notifySystemAlert,
  notifyTopup,
  notifyTransaction,
  notifyVoicemailDeleted,
  notifyVoicemailFull,
  notifyVoicemailToEmail,
  numberManager,
  numberManagerBandwidth,
  numberManagerBandwidth2,
  numberManagerDashE911,
  numberManagerLocality,
  numberManagerOther,
  numberManagerSimwood,
  numberManagerTelnyx,
  numberManagerVitelity,
  numberManagerVoipInnovations,
  numberManagerVoxbone,
  omnipresence,
  phonebook,
  pivot,
  pivotTwiml,
  privacy,
  provisioner,
  pusher,
  qubicle,
  registrar,
  reorder,
  servers,
  services,
  servicesHttpSync,
  sms,
  smsCommand,
  smtpClient,
  speech,
  speechGoogle,
  stepswitch,
  stepswitchCnam,
  sysconf,
  systemData,
  tasks,
  tasksBillEarly,
  tasksFaxCleanup,
  tasksLedgerRollover,
  tasksModbCreation,
  tasksNotifyResend,
  tasksNumbers,
  tasksServicesRollover,
  telemetry,
  telemetryWaveguide,
  teletype,
  tokenBuckets,
  topup,
  trunkstore,
  webhooks,
  webrtc,
  whitelabel,
  yodb,
]

const storageSchemas: readonly KazooSchema[] = [
  storage,
  storageAttachmentAws,
  storageAttachmentAzure,
  storageAttachmentDropbox,
  storageAttachmentGoogleDrive,
  storageAttachmentGoogleStorage,
  storageAttachmentHttp,
  storageAttachmentOnedrive,
  storageAttachments,
  storageAttachmentsField,
  storageConnectionCouchdb,
  storageConnections,
  storagePlan,
  storagePlanDatabase,
  storagePlanDatabaseAttachment,
  storagePlanDatabaseDocument,
]

const referred: readonly KazooSchema[] = [
  apiAuth,
  authModuleConfig,
  formatters,
  formattersFormatOptions,
  userAuth,
  voicemailKeys,
  voicemailKeysDtmfKey,
]

/**
 * The schemas of KAZOO 4.3.
 * - `system_config.*`: the 149 categories; `system_configs`: the wrapper of a config document
 * - `storage*`: the storage document and its parts
 * - the schemas those refer to, and the two sign-in requests
 */
export const kazoo43: readonly KazooSchema[] = [...categories, ...storageSchemas, ...referred, systemConfigs]
