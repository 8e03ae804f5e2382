import { accounts } from './kazoo43/system_config/accounts.ts'
import { acdc } from './kazoo43/system_config/acdc.ts'
import { alerts } from './kazoo43/system_config/alerts.ts'
import { ananke } from './kazoo43/system_config/ananke.ts'
import { auth } from './kazoo43/system_config/auth.ts'
import { blackhole } from './kazoo43/system_config/blackhole.ts'
import { braintree } from './kazoo43/system_config/braintree.ts'
import { callCommand } from './kazoo43/system_config/call_command.ts'
import { callInspector } from './kazoo43/system_config/call_inspector.ts'
import { callflow } from './kazoo43/system_config/callflow.ts'
import { callflowCallForward } from './kazoo43/system_config/callflow.call_forward.ts'
import { callflowDynamicCid } from './kazoo43/system_config/callflow.dynamic_cid.ts'
import { callflowHotdesk } from './kazoo43/system_config/callflow.hotdesk.ts'
import { callflowMenu } from './kazoo43/system_config/callflow.menu.ts'
import { callflowPark } from './kazoo43/system_config/callflow.park.ts'
import { callflowResources } from './kazoo43/system_config/callflow.resources.ts'
import { camper } from './kazoo43/system_config/camper.ts'
import { cccp } from './kazoo43/system_config/cccp.ts'
import { cdr } from './kazoo43/system_config/cdr.ts'
import { cluster } from './kazoo43/system_config/cluster.ts'
import { clusterManager } from './kazoo43/system_config/cluster_manager.ts'
import { cnam } from './kazoo43/system_config/cnam.ts'
import { conferences } from './kazoo43/system_config/conferences.ts'
import { crossbar } from './kazoo43/system_config/crossbar.ts'
import { crossbarAccounts } from './kazoo43/system_config/crossbar.accounts.ts'
import { crossbarAcdcCallStats } from './kazoo43/system_config/crossbar.acdc_call_stats.ts'
import { crossbarAlerts } from './kazoo43/system_config/crossbar.alerts.ts'
import { crossbarAuth } from './kazoo43/system_config/crossbar.auth.ts'
import { crossbarBraintree } from './kazoo43/system_config/crossbar.braintree.ts'
import { crossbarCallInspector } from './kazoo43/system_config/crossbar.call_inspector.ts'
import { crossbarCdrs } from './kazoo43/system_config/crossbar.cdrs.ts'
import { crossbarChannels } from './kazoo43/system_config/crossbar.channels.ts'
import { crossbarContactList } from './kazoo43/system_config/crossbar.contact_list.ts'
import { crossbarDevices } from './kazoo43/system_config/crossbar.devices.ts'
import { crossbarMedia } from './kazoo43/system_config/crossbar.media.ts'
import { crossbarNotifications } from './kazoo43/system_config/crossbar.notifications.ts'
import { crossbarPhoneNumbers } from './kazoo43/system_config/crossbar.phone_numbers.ts'
import { crossbarPhonebook } from './kazoo43/system_config/crossbar.phonebook.ts'
import { crossbarResources } from './kazoo43/system_config/crossbar.resources.ts'
import { crossbarSms } from './kazoo43/system_config/crossbar.sms.ts'
import { crossbarTokenRestrictions } from './kazoo43/system_config/crossbar.token_restrictions.ts'
import { crossbarUsers } from './kazoo43/system_config/crossbar.users.ts'
import { crossbarVoicemail } from './kazoo43/system_config/crossbar.voicemail.ts'
import { datamgr } from './kazoo43/system_config/datamgr.ts'
import { doodle } from './kazoo43/system_config/doodle.ts'
import { ecallmgr } from './kazoo43/system_config/ecallmgr.ts'
import { edr } from './kazoo43/system_config/edr.ts'
import { epmd } from './kazoo43/system_config/epmd.ts'
import { fax } from './kazoo43/system_config/fax.ts'
import { frontier } from './kazoo43/system_config/frontier.ts'
import { hangups } from './kazoo43/system_config/hangups.ts'
import { hotornot } from './kazoo43/system_config/hotornot.ts'
import { ips } from './kazoo43/system_config/ips.ts'
import { jonny5 } from './kazoo43/system_config/jonny5.ts'
import { kappsController } from './kazoo43/system_config/kapps_controller.ts'
import { kappsMaintenance } from './kazoo43/system_config/kapps_maintenance.ts'
import { kazooConvert } from './kazoo43/system_config/kazoo_convert.ts'
import { kazooConvertConvertapi } from './kazoo43/system_config/kazoo_convert.convertapi.ts'
import { kazooCouch } from './kazoo43/system_config/kazoo_couch.ts'
import { kazooDirectory } from './kazoo43/system_config/kazoo_directory.ts'
import { kazooEndpoint } from './kazoo43/system_config/kazoo_endpoint.ts'
import { kazooEndpointMobile } from './kazoo43/system_config/kazoo_endpoint.mobile.ts'
import { kazooEvents } from './kazoo43/system_config/kazoo_events.ts'
import { kazooIm } from './kazoo43/system_config/kazoo_im.ts'
import { kazooPdf } from './kazoo43/system_config/kazoo.pdf.ts'
import { kazooWeb } from './kazoo43/system_config/kazoo_web.ts'
import { keys } from './kazoo43/system_config/keys.ts'
import { konami } from './kazoo43/system_config/konami.ts'
import { konamiPro } from './kazoo43/system_config/konami_pro.ts'
import { kztTwimlUtil } from './kazoo43/system_config/kzt_twiml_util.ts'
import { ledgers } from './kazoo43/system_config/ledgers.ts'
import { limits } from './kazoo43/system_config/limits.ts'
import { media } from './kazoo43/system_config/media.ts'
import { metaflows } from './kazoo43/system_config/metaflows.ts'
import { milliwatt } from './kazoo43/system_config/milliwatt.ts'
import { mobile } from './kazoo43/system_config/mobile.ts'
import { mobileManager } from './kazoo43/system_config/mobile_manager.ts'
import { modb } from './kazoo43/system_config/modb.ts'
import { notify } from './kazoo43/system_config/notify.ts'
import { notifyCnamRequest } from './kazoo43/system_config/notify.cnam_request.ts'
import { notifyDeregister } from './kazoo43/system_config/notify.deregister.ts'
import { notifyFax } from './kazoo43/system_config/notify.fax.ts'
import { notifyFaxInboundErrorToEmail } from './kazoo43/system_config/notify.fax_inbound_error_to_email.ts'
import { notifyFaxOutboundErrorToEmail } from './kazoo43/system_config/notify.fax_outbound_error_to_email.ts'
import { notifyFirstOccurrence } from './kazoo43/system_config/notify.first_occurrence.ts'
import { notifyLowBalance } from './kazoo43/system_config/notify.low_balance.ts'
import { notifyNewAccount } from './kazoo43/system_config/notify.new_account.ts'
import { notifyPasswordRecovery } from './kazoo43/system_config/notify.password_recovery.ts'
import { notifyPortCancel } from './kazoo43/system_config/notify.port_cancel.ts'
import { notifyPortRequest } from './kazoo43/system_config/notify.port_request.ts'
import { notifyPortRequestAdmin } from './kazoo43/system_config/notify.port_request_admin.ts'
import { notifyPorted } from './kazoo43/system_config/notify.ported.ts'
import { notifySystemAlert } from './kazoo43/system_config/notify.system_alert.ts'
import { notifyTopup } from './kazoo43/system_config/notify.topup.ts'
import { notifyTransaction } from './kazoo43/system_config/notify.transaction.ts'
import { notifyVoicemailDeleted } from './kazoo43/system_config/notify.voicemail_deleted.ts'
import { notifyVoicemailFull } from './kazoo43/system_config/notify.voicemail_full.ts'
import { notifyVoicemailToEmail } from './kazoo43/system_config/notify.voicemail_to_email.ts'
import { numberManager } from './kazoo43/system_config/number_manager.ts'
import { numberManagerBandwidth } from './kazoo43/system_config/number_manager.bandwidth.ts'
import { numberManagerBandwidth2 } from './kazoo43/system_config/number_manager.bandwidth2.ts'
import { numberManagerDashE911 } from './kazoo43/system_config/number_manager.dash_e911.ts'
import { numberManagerLocality } from './kazoo43/system_config/number_manager.locality.ts'
import { numberManagerOther } from './kazoo43/system_config/number_manager.other.ts'
import { numberManagerSimwood } from './kazoo43/system_config/number_manager.simwood.ts'
import { numberManagerTelnyx } from './kazoo43/system_config/number_manager.telnyx.ts'
import { numberManagerVitelity } from './kazoo43/system_config/number_manager.vitelity.ts'
import { numberManagerVoipInnovations } from './kazoo43/system_config/number_manager.voip_innovations.ts'
import { numberManagerVoxbone } from './kazoo43/system_config/number_manager.voxbone.ts'
import { omnipresence } from './kazoo43/system_config/omnipresence.ts'
import { phonebook } from './kazoo43/system_config/phonebook.ts'
import { pivot } from './kazoo43/system_config/pivot.ts'
import { pivotTwiml } from './kazoo43/system_config/pivot.twiml.ts'
import { privacy } from './kazoo43/system_config/privacy.ts'
import { provisioner } from './kazoo43/system_config/provisioner.ts'
import { pusher } from './kazoo43/system_config/pusher.ts'
import { qubicle } from './kazoo43/system_config/qubicle.ts'
import { registrar } from './kazoo43/system_config/registrar.ts'
import { reorder } from './kazoo43/system_config/reorder.ts'
import { servers } from './kazoo43/system_config/servers.ts'
import { services } from './kazoo43/system_config/services.ts'
import { servicesHttpSync } from './kazoo43/system_config/services.http_sync.ts'
import { sms } from './kazoo43/system_config/sms.ts'
import { smsCommand } from './kazoo43/system_config/sms_command.ts'
import { smtpClient } from './kazoo43/system_config/smtp_client.ts'
import { speech } from './kazoo43/system_config/speech.ts'
import { speechGoogle } from './kazoo43/system_config/speech.google.ts'
import { stepswitch } from './kazoo43/system_config/stepswitch.ts'
import { stepswitchCnam } from './kazoo43/system_config/stepswitch.cnam.ts'
import { sysconf } from './kazoo43/system_config/sysconf.ts'
import { systemData } from './kazoo43/system_config/system_data.ts'
import { tasks } from './kazoo43/system_config/tasks.ts'
import { tasksBillEarly } from './kazoo43/system_config/tasks.bill_early.ts'
import { tasksFaxCleanup } from './kazoo43/system_config/tasks.fax_cleanup.ts'
import { tasksLedgerRollover } from './kazoo43/system_config/tasks.ledger_rollover.ts'
import { tasksModbCreation } from './kazoo43/system_config/tasks.modb_creation.ts'
import { tasksNotifyResend } from './kazoo43/system_config/tasks.notify_resend.ts'
import { tasksNumbers } from './kazoo43/system_config/tasks.numbers.ts'
import { tasksServicesRollover } from './kazoo43/system_config/tasks.services_rollover.ts'
import { telemetry } from './kazoo43/system_config/telemetry.ts'
import { telemetryWaveguide } from './kazoo43/system_config/telemetry.waveguide.ts'
import { teletype } from './kazoo43/system_config/teletype.ts'
import { tokenBuckets } from './kazoo43/system_config/token_buckets.ts'
import { topup } from './kazoo43/system_config/topup.ts'
import { trunkstore } from './kazoo43/system_config/trunkstore.ts'
import { webhooks } from './kazoo43/system_config/webhooks.ts'
import { webrtc } from './kazoo43/system_config/webrtc.ts'
import { whitelabel } from './kazoo43/system_config/whitelabel.ts'
import { yodb } from './kazoo43/system_config/yodb.ts'
import type { KazooSchema } from './kazoo-schema.ts'
import { apiAuth } from './kazoo43/api_auth.ts'
import { authModuleConfig } from './kazoo43/auth_module_config.ts'
import { formatters } from './kazoo43/formatters.ts'
import { formattersFormatOptions } from './kazoo43/formatters.format_options.ts'
import { userAuth } from './kazoo43/user_auth.ts'
import { voicemailKeys } from './kazoo43/voicemail_keys.ts'
import { voicemailKeysDtmfKey } from './kazoo43/voicemail_keys.dtmf_key.ts'
import { storage } from './kazoo43/storage.ts'
import { storageAttachmentAws } from './kazoo43/storage/attachment.aws.ts'
import { storageAttachmentAzure } from './kazoo43/storage/attachment.azure.ts'
import { storageAttachmentDropbox } from './kazoo43/storage/attachment.dropbox.ts'
import { storageAttachmentGoogleDrive } from './kazoo43/storage/attachment.google_drive.ts'
import { storageAttachmentGoogleStorage } from './kazoo43/storage/attachment.google_storage.ts'
import { storageAttachmentHttp } from './kazoo43/storage/attachment.http.ts'
import { storageAttachmentOnedrive } from './kazoo43/storage/attachment.onedrive.ts'
import { storageAttachments } from './kazoo43/storage/attachments.ts'
import { storageAttachmentsField } from './kazoo43/storage/attachments.field.ts'
import { storageConnectionCouchdb } from './kazoo43/storage/connection.couchdb.ts'
import { storageConnections } from './kazoo43/storage/connections.ts'
import { storagePlan } from './kazoo43/storage/plan.ts'
import { storagePlanDatabase } from './kazoo43/storage/plan.database.ts'
import { storagePlanDatabaseAttachment } from './kazoo43/storage/plan.database.attachment.ts'
import { storagePlanDatabaseDocument } from './kazoo43/storage/plan.database.document.ts'
import { systemConfigs } from './kazoo43/system_configs.ts'

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
