// Written by `pnpm catalogue` from the names of the files in kazoo43/ and kazoo5/.
import type { JsonObject } from '@strata/json'
import { schema as kazoo43ApiAuth } from './kazoo43/api_auth.ts'
import { schema as kazoo43AuthModuleConfig } from './kazoo43/auth_module_config.ts'
import { schema as kazoo43FormattersFormatOptions } from './kazoo43/formatters.format_options.ts'
import { schema as kazoo43Formatters } from './kazoo43/formatters.ts'
import { schema as kazoo43Storage } from './kazoo43/storage.ts'
import { schema as kazoo43StorageAttachmentAws } from './kazoo43/storage/attachment.aws.ts'
import { schema as kazoo43StorageAttachmentAzure } from './kazoo43/storage/attachment.azure.ts'
import { schema as kazoo43StorageAttachmentDropbox } from './kazoo43/storage/attachment.dropbox.ts'
import { schema as kazoo43StorageAttachmentGoogleDrive } from './kazoo43/storage/attachment.google_drive.ts'
import { schema as kazoo43StorageAttachmentGoogleStorage } from './kazoo43/storage/attachment.google_storage.ts'
import { schema as kazoo43StorageAttachmentHttp } from './kazoo43/storage/attachment.http.ts'
import { schema as kazoo43StorageAttachmentOnedrive } from './kazoo43/storage/attachment.onedrive.ts'
import { schema as kazoo43StorageAttachmentsField } from './kazoo43/storage/attachments.field.ts'
import { schema as kazoo43StorageAttachments } from './kazoo43/storage/attachments.ts'
import { schema as kazoo43StorageConnectionCouchdb } from './kazoo43/storage/connection.couchdb.ts'
import { schema as kazoo43StorageConnections } from './kazoo43/storage/connections.ts'
import { schema as kazoo43StoragePlanDatabaseAttachment } from './kazoo43/storage/plan.database.attachment.ts'
import { schema as kazoo43StoragePlanDatabaseDocument } from './kazoo43/storage/plan.database.document.ts'
import { schema as kazoo43StoragePlanDatabase } from './kazoo43/storage/plan.database.ts'
import { schema as kazoo43StoragePlan } from './kazoo43/storage/plan.ts'
import { schema as kazoo43SystemConfigAccounts } from './kazoo43/system_config/accounts.ts'
import { schema as kazoo43SystemConfigAcdc } from './kazoo43/system_config/acdc.ts'
import { schema as kazoo43SystemConfigAlerts } from './kazoo43/system_config/alerts.ts'
import { schema as kazoo43SystemConfigAnanke } from './kazoo43/system_config/ananke.ts'
import { schema as kazoo43SystemConfigAuth } from './kazoo43/system_config/auth.ts'
import { schema as kazoo43SystemConfigBlackhole } from './kazoo43/system_config/blackhole.ts'
import { schema as kazoo43SystemConfigBraintree } from './kazoo43/system_config/braintree.ts'
import { schema as kazoo43SystemConfigCallCommand } from './kazoo43/system_config/call_command.ts'
import { schema as kazoo43SystemConfigCallInspector } from './kazoo43/system_config/call_inspector.ts'
import { schema as kazoo43SystemConfigCallflowCallForward } from './kazoo43/system_config/callflow.call_forward.ts'
import { schema as kazoo43SystemConfigCallflowDynamicCid } from './kazoo43/system_config/callflow.dynamic_cid.ts'
import { schema as kazoo43SystemConfigCallflowHotdesk } from './kazoo43/system_config/callflow.hotdesk.ts'
import { schema as kazoo43SystemConfigCallflowMenu } from './kazoo43/system_config/callflow.menu.ts'
import { schema as kazoo43SystemConfigCallflowPark } from './kazoo43/system_config/callflow.park.ts'
import { schema as kazoo43SystemConfigCallflowResources } from './kazoo43/system_config/callflow.resources.ts'
import { schema as kazoo43SystemConfigCallflow } from './kazoo43/system_config/callflow.ts'
import { schema as kazoo43SystemConfigCamper } from './kazoo43/system_config/camper.ts'
import { schema as kazoo43SystemConfigCccp } from './kazoo43/system_config/cccp.ts'
import { schema as kazoo43SystemConfigCdr } from './kazoo43/system_config/cdr.ts'
import { schema as kazoo43SystemConfigCluster } from './kazoo43/system_config/cluster.ts'
import { schema as kazoo43SystemConfigClusterManager } from './kazoo43/system_config/cluster_manager.ts'
import { schema as kazoo43SystemConfigCnam } from './kazoo43/system_config/cnam.ts'
import { schema as kazoo43SystemConfigConferences } from './kazoo43/system_config/conferences.ts'
import { schema as kazoo43SystemConfigCrossbarAccounts } from './kazoo43/system_config/crossbar.accounts.ts'
import { schema as kazoo43SystemConfigCrossbarAcdcCallStats } from './kazoo43/system_config/crossbar.acdc_call_stats.ts'
import { schema as kazoo43SystemConfigCrossbarAlerts } from './kazoo43/system_config/crossbar.alerts.ts'
import { schema as kazoo43SystemConfigCrossbarAuth } from './kazoo43/system_config/crossbar.auth.ts'
import { schema as kazoo43SystemConfigCrossbarBraintree } from './kazoo43/system_config/crossbar.braintree.ts'
import { schema as kazoo43SystemConfigCrossbarCallInspector } from './kazoo43/system_config/crossbar.call_inspector.ts'
import { schema as kazoo43SystemConfigCrossbarCdrs } from './kazoo43/system_config/crossbar.cdrs.ts'
import { schema as kazoo43SystemConfigCrossbarChannels } from './kazoo43/system_config/crossbar.channels.ts'
import { schema as kazoo43SystemConfigCrossbarContactList } from './kazoo43/system_config/crossbar.contact_list.ts'
import { schema as kazoo43SystemConfigCrossbarDevices } from './kazoo43/system_config/crossbar.devices.ts'
import { schema as kazoo43SystemConfigCrossbarMedia } from './kazoo43/system_config/crossbar.media.ts'
import { schema as kazoo43SystemConfigCrossbarNotifications } from './kazoo43/system_config/crossbar.notifications.ts'
import { schema as kazoo43SystemConfigCrossbarPhoneNumbers } from './kazoo43/system_config/crossbar.phone_numbers.ts'
import { schema as kazoo43SystemConfigCrossbarPhonebook } from './kazoo43/system_config/crossbar.phonebook.ts'
import { schema as kazoo43SystemConfigCrossbarResources } from './kazoo43/system_config/crossbar.resources.ts'
import { schema as kazoo43SystemConfigCrossbarSms } from './kazoo43/system_config/crossbar.sms.ts'
import { schema as kazoo43SystemConfigCrossbarTokenRestrictions } from './kazoo43/system_config/crossbar.token_restrictions.ts'
import { schema as kazoo43SystemConfigCrossbar } from './kazoo43/system_config/crossbar.ts'
import { schema as kazoo43SystemConfigCrossbarUsers } from './kazoo43/system_config/crossbar.users.ts'
import { schema as kazoo43SystemConfigCrossbarVoicemail } from './kazoo43/system_config/crossbar.voicemail.ts'
import { schema as kazoo43SystemConfigDatamgr } from './kazoo43/system_config/datamgr.ts'
import { schema as kazoo43SystemConfigDoodle } from './kazoo43/system_config/doodle.ts'
import { schema as kazoo43SystemConfigEcallmgr } from './kazoo43/system_config/ecallmgr.ts'
import { schema as kazoo43SystemConfigEdr } from './kazoo43/system_config/edr.ts'
import { schema as kazoo43SystemConfigEpmd } from './kazoo43/system_config/epmd.ts'
import { schema as kazoo43SystemConfigFax } from './kazoo43/system_config/fax.ts'
import { schema as kazoo43SystemConfigFrontier } from './kazoo43/system_config/frontier.ts'
import { schema as kazoo43SystemConfigHangups } from './kazoo43/system_config/hangups.ts'
import { schema as kazoo43SystemConfigHotornot } from './kazoo43/system_config/hotornot.ts'
import { schema as kazoo43SystemConfigIps } from './kazoo43/system_config/ips.ts'
import { schema as kazoo43SystemConfigJonny5 } from './kazoo43/system_config/jonny5.ts'
import { schema as kazoo43SystemConfigKappsController } from './kazoo43/system_config/kapps_controller.ts'
import { schema as kazoo43SystemConfigKappsMaintenance } from './kazoo43/system_config/kapps_maintenance.ts'
import { schema as kazoo43SystemConfigKazooPdf } from './kazoo43/system_config/kazoo.pdf.ts'
import { schema as kazoo43SystemConfigKazooConvertConvertapi } from './kazoo43/system_config/kazoo_convert.convertapi.ts'
import { schema as kazoo43SystemConfigKazooConvert } from './kazoo43/system_config/kazoo_convert.ts'
import { schema as kazoo43SystemConfigKazooCouch } from './kazoo43/system_config/kazoo_couch.ts'
import { schema as kazoo43SystemConfigKazooDirectory } from './kazoo43/system_config/kazoo_directory.ts'
import { schema as kazoo43SystemConfigKazooEndpointMobile } from './kazoo43/system_config/kazoo_endpoint.mobile.ts'
import { schema as kazoo43SystemConfigKazooEndpoint } from './kazoo43/system_config/kazoo_endpoint.ts'
import { schema as kazoo43SystemConfigKazooEvents } from './kazoo43/system_config/kazoo_events.ts'
import { schema as kazoo43SystemConfigKazooIm } from './kazoo43/system_config/kazoo_im.ts'
import { schema as kazoo43SystemConfigKazooWeb } from './kazoo43/system_config/kazoo_web.ts'
import { schema as kazoo43SystemConfigKeys } from './kazoo43/system_config/keys.ts'
import { schema as kazoo43SystemConfigKonami } from './kazoo43/system_config/konami.ts'
import { schema as kazoo43SystemConfigKonamiPro } from './kazoo43/system_config/konami_pro.ts'
import { schema as kazoo43SystemConfigKztTwimlUtil } from './kazoo43/system_config/kzt_twiml_util.ts'
import { schema as kazoo43SystemConfigLedgers } from './kazoo43/system_config/ledgers.ts'
import { schema as kazoo43SystemConfigLimits } from './kazoo43/system_config/limits.ts'
import { schema as kazoo43SystemConfigMedia } from './kazoo43/system_config/media.ts'
import { schema as kazoo43SystemConfigMetaflows } from './kazoo43/system_config/metaflows.ts'
import { schema as kazoo43SystemConfigMilliwatt } from './kazoo43/system_config/milliwatt.ts'
import { schema as kazoo43SystemConfigMobile } from './kazoo43/system_config/mobile.ts'
import { schema as kazoo43SystemConfigMobileManager } from './kazoo43/system_config/mobile_manager.ts'
import { schema as kazoo43SystemConfigModb } from './kazoo43/system_config/modb.ts'
import { schema as kazoo43SystemConfigNotifyCnamRequest } from './kazoo43/system_config/notify.cnam_request.ts'
import { schema as kazoo43SystemConfigNotifyDeregister } from './kazoo43/system_config/notify.deregister.ts'
import { schema as kazoo43SystemConfigNotifyFax } from './kazoo43/system_config/notify.fax.ts'
import { schema as kazoo43SystemConfigNotifyFaxInboundErrorToEmail } from './kazoo43/system_config/notify.fax_inbound_error_to_email.ts'
import { schema as kazoo43SystemConfigNotifyFaxOutboundErrorToEmail } from './kazoo43/system_config/notify.fax_outbound_error_to_email.ts'
import { schema as kazoo43SystemConfigNotifyFirstOccurrence } from './kazoo43/system_config/notify.first_occurrence.ts'
import { schema as kazoo43SystemConfigNotifyLowBalance } from './kazoo43/system_config/notify.low_balance.ts'
import { schema as kazoo43SystemConfigNotifyNewAccount } from './kazoo43/system_config/notify.new_account.ts'
import { schema as kazoo43SystemConfigNotifyPasswordRecovery } from './kazoo43/system_config/notify.password_recovery.ts'
import { schema as kazoo43SystemConfigNotifyPortCancel } from './kazoo43/system_config/notify.port_cancel.ts'
import { schema as kazoo43SystemConfigNotifyPortRequest } from './kazoo43/system_config/notify.port_request.ts'
import { schema as kazoo43SystemConfigNotifyPortRequestAdmin } from './kazoo43/system_config/notify.port_request_admin.ts'
import { schema as kazoo43SystemConfigNotifyPorted } from './kazoo43/system_config/notify.ported.ts'
import { schema as kazoo43SystemConfigNotifySystemAlert } from './kazoo43/system_config/notify.system_alert.ts'
import { schema as kazoo43SystemConfigNotifyTopup } from './kazoo43/system_config/notify.topup.ts'
import { schema as kazoo43SystemConfigNotifyTransaction } from './kazoo43/system_config/notify.transaction.ts'
import { schema as kazoo43SystemConfigNotify } from './kazoo43/system_config/notify.ts'
import { schema as kazoo43SystemConfigNotifyVoicemailDeleted } from './kazoo43/system_config/notify.voicemail_deleted.ts'
import { schema as kazoo43SystemConfigNotifyVoicemailFull } from './kazoo43/system_config/notify.voicemail_full.ts'
import { schema as kazoo43SystemConfigNotifyVoicemailToEmail } from './kazoo43/system_config/notify.voicemail_to_email.ts'
import { schema as kazoo43SystemConfigNumberManagerBandwidth } from './kazoo43/system_config/number_manager.bandwidth.ts'
import { schema as kazoo43SystemConfigNumberManagerBandwidth2 } from './kazoo43/system_config/number_manager.bandwidth2.ts'
import { schema as kazoo43SystemConfigNumberManagerDashE911 } from './kazoo43/system_config/number_manager.dash_e911.ts'
import { schema as kazoo43SystemConfigNumberManagerLocality } from './kazoo43/system_config/number_manager.locality.ts'
import { schema as kazoo43SystemConfigNumberManagerOther } from './kazoo43/system_config/number_manager.other.ts'
import { schema as kazoo43SystemConfigNumberManagerSimwood } from './kazoo43/system_config/number_manager.simwood.ts'
import { schema as kazoo43SystemConfigNumberManagerTelnyx } from './kazoo43/system_config/number_manager.telnyx.ts'
import { schema as kazoo43SystemConfigNumberManager } from './kazoo43/system_config/number_manager.ts'
import { schema as kazoo43SystemConfigNumberManagerVitelity } from './kazoo43/system_config/number_manager.vitelity.ts'
import { schema as kazoo43SystemConfigNumberManagerVoipInnovations } from './kazoo43/system_config/number_manager.voip_innovations.ts'
import { schema as kazoo43SystemConfigNumberManagerVoxbone } from './kazoo43/system_config/number_manager.voxbone.ts'
import { schema as kazoo43SystemConfigOmnipresence } from './kazoo43/system_config/omnipresence.ts'
import { schema as kazoo43SystemConfigPhonebook } from './kazoo43/system_config/phonebook.ts'
import { schema as kazoo43SystemConfigPivot } from './kazoo43/system_config/pivot.ts'
import { schema as kazoo43SystemConfigPivotTwiml } from './kazoo43/system_config/pivot.twiml.ts'
import { schema as kazoo43SystemConfigPrivacy } from './kazoo43/system_config/privacy.ts'
import { schema as kazoo43SystemConfigProvisioner } from './kazoo43/system_config/provisioner.ts'
import { schema as kazoo43SystemConfigPusher } from './kazoo43/system_config/pusher.ts'
import { schema as kazoo43SystemConfigQubicle } from './kazoo43/system_config/qubicle.ts'
import { schema as kazoo43SystemConfigRegistrar } from './kazoo43/system_config/registrar.ts'
import { schema as kazoo43SystemConfigReorder } from './kazoo43/system_config/reorder.ts'
import { schema as kazoo43SystemConfigServers } from './kazoo43/system_config/servers.ts'
import { schema as kazoo43SystemConfigServicesHttpSync } from './kazoo43/system_config/services.http_sync.ts'
import { schema as kazoo43SystemConfigServices } from './kazoo43/system_config/services.ts'
import { schema as kazoo43SystemConfigSms } from './kazoo43/system_config/sms.ts'
import { schema as kazoo43SystemConfigSmsCommand } from './kazoo43/system_config/sms_command.ts'
import { schema as kazoo43SystemConfigSmtpClient } from './kazoo43/system_config/smtp_client.ts'
import { schema as kazoo43SystemConfigSpeechGoogle } from './kazoo43/system_config/speech.google.ts'
import { schema as kazoo43SystemConfigSpeech } from './kazoo43/system_config/speech.ts'
import { schema as kazoo43SystemConfigStepswitchCnam } from './kazoo43/system_config/stepswitch.cnam.ts'
import { schema as kazoo43SystemConfigStepswitch } from './kazoo43/system_config/stepswitch.ts'
import { schema as kazoo43SystemConfigSysconf } from './kazoo43/system_config/sysconf.ts'
import { schema as kazoo43SystemConfigSystemData } from './kazoo43/system_config/system_data.ts'
import { schema as kazoo43SystemConfigTasksBillEarly } from './kazoo43/system_config/tasks.bill_early.ts'
import { schema as kazoo43SystemConfigTasksFaxCleanup } from './kazoo43/system_config/tasks.fax_cleanup.ts'
import { schema as kazoo43SystemConfigTasksLedgerRollover } from './kazoo43/system_config/tasks.ledger_rollover.ts'
import { schema as kazoo43SystemConfigTasksModbCreation } from './kazoo43/system_config/tasks.modb_creation.ts'
import { schema as kazoo43SystemConfigTasksNotifyResend } from './kazoo43/system_config/tasks.notify_resend.ts'
import { schema as kazoo43SystemConfigTasksNumbers } from './kazoo43/system_config/tasks.numbers.ts'
import { schema as kazoo43SystemConfigTasksServicesRollover } from './kazoo43/system_config/tasks.services_rollover.ts'
import { schema as kazoo43SystemConfigTasks } from './kazoo43/system_config/tasks.ts'
import { schema as kazoo43SystemConfigTelemetry } from './kazoo43/system_config/telemetry.ts'
import { schema as kazoo43SystemConfigTelemetryWaveguide } from './kazoo43/system_config/telemetry.waveguide.ts'
import { schema as kazoo43SystemConfigTeletype } from './kazoo43/system_config/teletype.ts'
import { schema as kazoo43SystemConfigTokenBuckets } from './kazoo43/system_config/token_buckets.ts'
import { schema as kazoo43SystemConfigTopup } from './kazoo43/system_config/topup.ts'
import { schema as kazoo43SystemConfigTrunkstore } from './kazoo43/system_config/trunkstore.ts'
import { schema as kazoo43SystemConfigWebhooks } from './kazoo43/system_config/webhooks.ts'
import { schema as kazoo43SystemConfigWebrtc } from './kazoo43/system_config/webrtc.ts'
import { schema as kazoo43SystemConfigWhitelabel } from './kazoo43/system_config/whitelabel.ts'
import { schema as kazoo43SystemConfigYodb } from './kazoo43/system_config/yodb.ts'
import { schema as kazoo43SystemConfigs } from './kazoo43/system_configs.ts'
import { schema as kazoo43UserAuth } from './kazoo43/user_auth.ts'
import { schema as kazoo43VoicemailKeysDtmfKey } from './kazoo43/voicemail_keys.dtmf_key.ts'
import { schema as kazoo43VoicemailKeys } from './kazoo43/voicemail_keys.ts'
import { changes as kazoo5AuthModuleConfig } from './kazoo5/auth_module_config.ts'
import { changes as kazoo5StorageAttachmentAws } from './kazoo5/storage/attachment.aws.ts'
import { changes as kazoo5StorageAttachmentHttp } from './kazoo5/storage/attachment.http.ts'
import { changes as kazoo5StorageConnectionCouchdb } from './kazoo5/storage/connection.couchdb.ts'
import { changes as kazoo5StoragePlanDatabaseDocument } from './kazoo5/storage/plan.database.document.ts'
import { changes as kazoo5StoragePlanDatabase } from './kazoo5/storage/plan.database.ts'
import { changes as kazoo5StoragePlan } from './kazoo5/storage/plan.ts'
import { changes as kazoo5SystemConfigAccounts } from './kazoo5/system_config/accounts.ts'
import { changes as kazoo5SystemConfigAcdc } from './kazoo5/system_config/acdc.ts'
import { schema as kazoo5SystemConfigAppexClient } from './kazoo5/system_config/appex_client.ts'
import { schema as kazoo5SystemConfigAttachmentsS3 } from './kazoo5/system_config/attachments.s3.ts'
import { schema as kazoo5SystemConfigAuthPassword } from './kazoo5/system_config/auth.password.ts'
import { changes as kazoo5SystemConfigAuth } from './kazoo5/system_config/auth.ts'
import { changes as kazoo5SystemConfigBlackhole } from './kazoo5/system_config/blackhole.ts'
import { changes as kazoo5SystemConfigBraintree } from './kazoo5/system_config/braintree.ts'
import { changes as kazoo5SystemConfigCallCommand } from './kazoo5/system_config/call_command.ts'
import { changes as kazoo5SystemConfigCallflowMenu } from './kazoo5/system_config/callflow.menu.ts'
import { changes as kazoo5SystemConfigCallflow } from './kazoo5/system_config/callflow.ts'
import { changes as kazoo5SystemConfigCdr } from './kazoo5/system_config/cdr.ts'
import { changes as kazoo5SystemConfigCnam } from './kazoo5/system_config/cnam.ts'
import { schema as kazoo5SystemConfigCommland } from './kazoo5/system_config/commland.ts'
import { changes as kazoo5SystemConfigConferences } from './kazoo5/system_config/conferences.ts'
import { changes as kazoo5SystemConfigCrossbarAuth } from './kazoo5/system_config/crossbar.auth.ts'
import { schema as kazoo5SystemConfigCrossbarCallReports } from './kazoo5/system_config/crossbar.call_reports.ts'
import { schema as kazoo5SystemConfigCrossbarCommland } from './kazoo5/system_config/crossbar.commland.ts'
import { schema as kazoo5SystemConfigCrossbarConferenceAuth } from './kazoo5/system_config/crossbar.conference_auth.ts'
import { changes as kazoo5SystemConfigCrossbarDevices } from './kazoo5/system_config/crossbar.devices.ts'
import { schema as kazoo5SystemConfigCrossbarGetstream } from './kazoo5/system_config/crossbar.getstream.ts'
import { changes as kazoo5SystemConfigCrossbarPhoneNumbers } from './kazoo5/system_config/crossbar.phone_numbers.ts'
import { changes as kazoo5SystemConfigCrossbar } from './kazoo5/system_config/crossbar.ts'
import { changes as kazoo5SystemConfigCrossbarVoicemail } from './kazoo5/system_config/crossbar.voicemail.ts'
import { schema as kazoo5SystemConfigCrossbarWordle } from './kazoo5/system_config/crossbar.wordle.ts'
import { schema as kazoo5SystemConfigDefault } from './kazoo5/system_config/default.ts'
import { schema as kazoo5SystemConfigDesignDocs } from './kazoo5/system_config/design_docs.ts'
import { schema as kazoo5SystemConfigDuoUniversal } from './kazoo5/system_config/duo.universal.ts'
import { changes as kazoo5SystemConfigEcallmgr } from './kazoo5/system_config/ecallmgr.ts'
import { changes as kazoo5SystemConfigHotornot } from './kazoo5/system_config/hotornot.ts'
import { schema as kazoo5SystemConfigInteraction } from './kazoo5/system_config/interaction.ts'
import { changes as kazoo5SystemConfigJonny5 } from './kazoo5/system_config/jonny5.ts'
import { schema as kazoo5SystemConfigKazooApps } from './kazoo5/system_config/kazoo_apps.ts'
import { changes as kazoo5SystemConfigKazooEndpointMobile } from './kazoo5/system_config/kazoo_endpoint.mobile.ts'
import { changes as kazoo5SystemConfigKazooEndpoint } from './kazoo5/system_config/kazoo_endpoint.ts'
import { changes as kazoo5SystemConfigKazooWeb } from './kazoo5/system_config/kazoo_web.ts'
import { changes as kazoo5SystemConfigMedia } from './kazoo5/system_config/media.ts'
import { changes as kazoo5SystemConfigNumberManager } from './kazoo5/system_config/number_manager.ts'
import { schema as kazoo5SystemConfigPivotStream } from './kazoo5/system_config/pivot.stream.ts'
import { changes as kazoo5SystemConfigPrivacy } from './kazoo5/system_config/privacy.ts'
import { changes as kazoo5SystemConfigPusher } from './kazoo5/system_config/pusher.ts'
import { schema as kazoo5SystemConfigRegistrarAuthType } from './kazoo5/system_config/registrar.auth_type.ts'
import { changes as kazoo5SystemConfigRegistrar } from './kazoo5/system_config/registrar.ts'
import { changes as kazoo5SystemConfigReorder } from './kazoo5/system_config/reorder.ts'
import { schema as kazoo5SystemConfigSchemaValidation } from './kazoo5/system_config/schema_validation.ts'
import { changes as kazoo5SystemConfigServers } from './kazoo5/system_config/servers.ts'
import { changes as kazoo5SystemConfigServices } from './kazoo5/system_config/services.ts'
import { changes as kazoo5SystemConfigSpeechGoogle } from './kazoo5/system_config/speech.google.ts'
import { schema as kazoo5SystemConfigSpeechIbm } from './kazoo5/system_config/speech.ibm.ts'
import { changes as kazoo5SystemConfigSpeech } from './kazoo5/system_config/speech.ts'
import { changes as kazoo5SystemConfigStepswitch } from './kazoo5/system_config/stepswitch.ts'
import { changes as kazoo5SystemConfigSystemData } from './kazoo5/system_config/system_data.ts'
import { schema as kazoo5SystemConfigTasksCleanup } from './kazoo5/system_config/tasks.cleanup.ts'
import { schema as kazoo5SystemConfigTasksPresenceRollover } from './kazoo5/system_config/tasks.presence_rollover.ts'
import { changes as kazoo5SystemConfigTasks } from './kazoo5/system_config/tasks.ts'
import { changes as kazoo5SystemConfigTeletype } from './kazoo5/system_config/teletype.ts'
import { changes as kazoo5SystemConfigTrunkstore } from './kazoo5/system_config/trunkstore.ts'
import { schema as kazoo5SystemConfigVoicemail } from './kazoo5/system_config/voicemail.ts'
import { schema as kazoo5SystemConfigWebhooksObject } from './kazoo5/system_config/webhooks.object.ts'
import { changes as kazoo5SystemConfigWebhooks } from './kazoo5/system_config/webhooks.ts'
import { schema as kazoo5Timezone } from './kazoo5/timezone.ts'
import { changes as kazoo5UserAuth } from './kazoo5/user_auth.ts'

type Entries = readonly (readonly [id: string, JsonObject])[]

export const schemas43: Entries = [
  ['api_auth', kazoo43ApiAuth],
  ['auth_module_config', kazoo43AuthModuleConfig],
  ['formatters.format_options', kazoo43FormattersFormatOptions],
  ['formatters', kazoo43Formatters],
  ['storage', kazoo43Storage],
  ['storage.attachment.aws', kazoo43StorageAttachmentAws],
  ['storage.attachment.azure', kazoo43StorageAttachmentAzure],
  ['storage.attachment.dropbox', kazoo43StorageAttachmentDropbox],
  ['storage.attachment.google_drive', kazoo43StorageAttachmentGoogleDrive],
  ['storage.attachment.google_storage', kazoo43StorageAttachmentGoogleStorage],
  ['storage.attachment.http', kazoo43StorageAttachmentHttp],
  ['storage.attachment.onedrive', kazoo43StorageAttachmentOnedrive],
  ['storage.attachments.field', kazoo43StorageAttachmentsField],
  ['storage.attachments', kazoo43StorageAttachments],
  ['storage.connection.couchdb', kazoo43StorageConnectionCouchdb],
  ['storage.connections', kazoo43StorageConnections],
  ['storage.plan.database.attachment', kazoo43StoragePlanDatabaseAttachment],
  ['storage.plan.database.document', kazoo43StoragePlanDatabaseDocument],
  ['storage.plan.database', kazoo43StoragePlanDatabase],
  ['storage.plan', kazoo43StoragePlan],
  ['system_config.accounts', kazoo43SystemConfigAccounts],
  ['system_config.acdc', kazoo43SystemConfigAcdc],
  ['system_config.alerts', kazoo43SystemConfigAlerts],
  ['system_config.ananke', kazoo43SystemConfigAnanke],
  ['system_config.auth', kazoo43SystemConfigAuth],
  ['system_config.blackhole', kazoo43SystemConfigBlackhole],
  ['system_config.braintree', kazoo43SystemConfigBraintree],
  ['system_config.call_command', kazoo43SystemConfigCallCommand],
  ['system_config.call_inspector', kazoo43SystemConfigCallInspector],
  ['system_config.callflow.call_forward', kazoo43SystemConfigCallflowCallForward],
  ['system_config.callflow.dynamic_cid', kazoo43SystemConfigCallflowDynamicCid],
  ['system_config.callflow.hotdesk', kazoo43SystemConfigCallflowHotdesk],
  ['system_config.callflow.menu', kazoo43SystemConfigCallflowMenu],
  ['system_config.callflow.park', kazoo43SystemConfigCallflowPark],
  ['system_config.callflow.resources', kazoo43SystemConfigCallflowResources],
  ['system_config.callflow', kazoo43SystemConfigCallflow],
  ['system_config.camper', kazoo43SystemConfigCamper],
  ['system_config.cccp', kazoo43SystemConfigCccp],
  ['system_config.cdr', kazoo43SystemConfigCdr],
  ['system_config.cluster', kazoo43SystemConfigCluster],
  ['system_config.cluster_manager', kazoo43SystemConfigClusterManager],
  ['system_config.cnam', kazoo43SystemConfigCnam],
  ['system_config.conferences', kazoo43SystemConfigConferences],
  ['system_config.crossbar.accounts', kazoo43SystemConfigCrossbarAccounts],
  ['system_config.crossbar.acdc_call_stats', kazoo43SystemConfigCrossbarAcdcCallStats],
  ['system_config.crossbar.alerts', kazoo43SystemConfigCrossbarAlerts],
  ['system_config.crossbar.auth', kazoo43SystemConfigCrossbarAuth],
  ['system_config.crossbar.braintree', kazoo43SystemConfigCrossbarBraintree],
  ['system_config.crossbar.call_inspector', kazoo43SystemConfigCrossbarCallInspector],
  ['system_config.crossbar.cdrs', kazoo43SystemConfigCrossbarCdrs],
  ['system_config.crossbar.channels', kazoo43SystemConfigCrossbarChannels],
  ['system_config.crossbar.contact_list', kazoo43SystemConfigCrossbarContactList],
  ['system_config.crossbar.devices', kazoo43SystemConfigCrossbarDevices],
  ['system_config.crossbar.media', kazoo43SystemConfigCrossbarMedia],
  ['system_config.crossbar.notifications', kazoo43SystemConfigCrossbarNotifications],
  ['system_config.crossbar.phone_numbers', kazoo43SystemConfigCrossbarPhoneNumbers],
  ['system_config.crossbar.phonebook', kazoo43SystemConfigCrossbarPhonebook],
  ['system_config.crossbar.resources', kazoo43SystemConfigCrossbarResources],
  ['system_config.crossbar.sms', kazoo43SystemConfigCrossbarSms],
  ['system_config.crossbar.token_restrictions', kazoo43SystemConfigCrossbarTokenRestrictions],
  ['system_config.crossbar', kazoo43SystemConfigCrossbar],
  ['system_config.crossbar.users', kazoo43SystemConfigCrossbarUsers],
  ['system_config.crossbar.voicemail', kazoo43SystemConfigCrossbarVoicemail],
  ['system_config.datamgr', kazoo43SystemConfigDatamgr],
  ['system_config.doodle', kazoo43SystemConfigDoodle],
  ['system_config.ecallmgr', kazoo43SystemConfigEcallmgr],
  ['system_config.edr', kazoo43SystemConfigEdr],
  ['system_config.epmd', kazoo43SystemConfigEpmd],
  ['system_config.fax', kazoo43SystemConfigFax],
  ['system_config.frontier', kazoo43SystemConfigFrontier],
  ['system_config.hangups', kazoo43SystemConfigHangups],
  ['system_config.hotornot', kazoo43SystemConfigHotornot],
  ['system_config.ips', kazoo43SystemConfigIps],
  ['system_config.jonny5', kazoo43SystemConfigJonny5],
  ['system_config.kapps_controller', kazoo43SystemConfigKappsController],
  ['system_config.kapps_maintenance', kazoo43SystemConfigKappsMaintenance],
  ['system_config.kazoo.pdf', kazoo43SystemConfigKazooPdf],
  ['system_config.kazoo_convert.convertapi', kazoo43SystemConfigKazooConvertConvertapi],
  ['system_config.kazoo_convert', kazoo43SystemConfigKazooConvert],
  ['system_config.kazoo_couch', kazoo43SystemConfigKazooCouch],
  ['system_config.kazoo_directory', kazoo43SystemConfigKazooDirectory],
  ['system_config.kazoo_endpoint.mobile', kazoo43SystemConfigKazooEndpointMobile],
  ['system_config.kazoo_endpoint', kazoo43SystemConfigKazooEndpoint],
  ['system_config.kazoo_events', kazoo43SystemConfigKazooEvents],
  ['system_config.kazoo_im', kazoo43SystemConfigKazooIm],
  ['system_config.kazoo_web', kazoo43SystemConfigKazooWeb],
  ['system_config.keys', kazoo43SystemConfigKeys],
  ['system_config.konami', kazoo43SystemConfigKonami],
  ['system_config.konami_pro', kazoo43SystemConfigKonamiPro],
  ['system_config.kzt_twiml_util', kazoo43SystemConfigKztTwimlUtil],
  ['system_config.ledgers', kazoo43SystemConfigLedgers],
  ['system_config.limits', kazoo43SystemConfigLimits],
  ['system_config.media', kazoo43SystemConfigMedia],
  ['system_config.metaflows', kazoo43SystemConfigMetaflows],
  ['system_config.milliwatt', kazoo43SystemConfigMilliwatt],
  ['system_config.mobile', kazoo43SystemConfigMobile],
  ['system_config.mobile_manager', kazoo43SystemConfigMobileManager],
  ['system_config.modb', kazoo43SystemConfigModb],
  ['system_config.notify.cnam_request', kazoo43SystemConfigNotifyCnamRequest],
  ['system_config.notify.deregister', kazoo43SystemConfigNotifyDeregister],
  ['system_config.notify.fax', kazoo43SystemConfigNotifyFax],
  ['system_config.notify.fax_inbound_error_to_email', kazoo43SystemConfigNotifyFaxInboundErrorToEmail],
  ['system_config.notify.fax_outbound_error_to_email', kazoo43SystemConfigNotifyFaxOutboundErrorToEmail],
  ['system_config.notify.first_occurrence', kazoo43SystemConfigNotifyFirstOccurrence],
  ['system_config.notify.low_balance', kazoo43SystemConfigNotifyLowBalance],
  ['system_config.notify.new_account', kazoo43SystemConfigNotifyNewAccount],
  ['system_config.notify.password_recovery', kazoo43SystemConfigNotifyPasswordRecovery],
  ['system_config.notify.port_cancel', kazoo43SystemConfigNotifyPortCancel],
  ['system_config.notify.port_request', kazoo43SystemConfigNotifyPortRequest],
  ['system_config.notify.port_request_admin', kazoo43SystemConfigNotifyPortRequestAdmin],
  ['system_config.notify.ported', kazoo43SystemConfigNotifyPorted],
  ['system_config.notify.system_alert', kazoo43SystemConfigNotifySystemAlert],
  ['system_config.notify.topup', kazoo43SystemConfigNotifyTopup],
  ['system_config.notify.transaction', kazoo43SystemConfigNotifyTransaction],
  ['system_config.notify', kazoo43SystemConfigNotify],
  ['system_config.notify.voicemail_deleted', kazoo43SystemConfigNotifyVoicemailDeleted],
  ['system_config.notify.voicemail_full', kazoo43SystemConfigNotifyVoicemailFull],
  ['system_config.notify.voicemail_to_email', kazoo43SystemConfigNotifyVoicemailToEmail],
  ['system_config.number_manager.bandwidth', kazoo43SystemConfigNumberManagerBandwidth],
  ['system_config.number_manager.bandwidth2', kazoo43SystemConfigNumberManagerBandwidth2],
  ['system_config.number_manager.dash_e911', kazoo43SystemConfigNumberManagerDashE911],
  ['system_config.number_manager.locality', kazoo43SystemConfigNumberManagerLocality],
  ['system_config.number_manager.other', kazoo43SystemConfigNumberManagerOther],
  ['system_config.number_manager.simwood', kazoo43SystemConfigNumberManagerSimwood],
  ['system_config.number_manager.telnyx', kazoo43SystemConfigNumberManagerTelnyx],
  ['system_config.number_manager', kazoo43SystemConfigNumberManager],
  ['system_config.number_manager.vitelity', kazoo43SystemConfigNumberManagerVitelity],
  ['system_config.number_manager.voip_innovations', kazoo43SystemConfigNumberManagerVoipInnovations],
  ['system_config.number_manager.voxbone', kazoo43SystemConfigNumberManagerVoxbone],
  ['system_config.omnipresence', kazoo43SystemConfigOmnipresence],
  ['system_config.phonebook', kazoo43SystemConfigPhonebook],
  ['system_config.pivot', kazoo43SystemConfigPivot],
  ['system_config.pivot.twiml', kazoo43SystemConfigPivotTwiml],
  ['system_config.privacy', kazoo43SystemConfigPrivacy],
  ['system_config.provisioner', kazoo43SystemConfigProvisioner],
  ['system_config.pusher', kazoo43SystemConfigPusher],
  ['system_config.qubicle', kazoo43SystemConfigQubicle],
  ['system_config.registrar', kazoo43SystemConfigRegistrar],
  ['system_config.reorder', kazoo43SystemConfigReorder],
  ['system_config.servers', kazoo43SystemConfigServers],
  ['system_config.services.http_sync', kazoo43SystemConfigServicesHttpSync],
  ['system_config.services', kazoo43SystemConfigServices],
  ['system_config.sms', kazoo43SystemConfigSms],
  ['system_config.sms_command', kazoo43SystemConfigSmsCommand],
  ['system_config.smtp_client', kazoo43SystemConfigSmtpClient],
  ['system_config.speech.google', kazoo43SystemConfigSpeechGoogle],
  ['system_config.speech', kazoo43SystemConfigSpeech],
  ['system_config.stepswitch.cnam', kazoo43SystemConfigStepswitchCnam],
  ['system_config.stepswitch', kazoo43SystemConfigStepswitch],
  ['system_config.sysconf', kazoo43SystemConfigSysconf],
  ['system_config.system_data', kazoo43SystemConfigSystemData],
  ['system_config.tasks.bill_early', kazoo43SystemConfigTasksBillEarly],
  ['system_config.tasks.fax_cleanup', kazoo43SystemConfigTasksFaxCleanup],
  ['system_config.tasks.ledger_rollover', kazoo43SystemConfigTasksLedgerRollover],
  ['system_config.tasks.modb_creation', kazoo43SystemConfigTasksModbCreation],
  ['system_config.tasks.notify_resend', kazoo43SystemConfigTasksNotifyResend],
  ['system_config.tasks.numbers', kazoo43SystemConfigTasksNumbers],
  ['system_config.tasks.services_rollover', kazoo43SystemConfigTasksServicesRollover],
  ['system_config.tasks', kazoo43SystemConfigTasks],
  ['system_config.telemetry', kazoo43SystemConfigTelemetry],
  ['system_config.telemetry.waveguide', kazoo43SystemConfigTelemetryWaveguide],
  ['system_config.teletype', kazoo43SystemConfigTeletype],
  ['system_config.token_buckets', kazoo43SystemConfigTokenBuckets],
  ['system_config.topup', kazoo43SystemConfigTopup],
  ['system_config.trunkstore', kazoo43SystemConfigTrunkstore],
  ['system_config.webhooks', kazoo43SystemConfigWebhooks],
  ['system_config.webrtc', kazoo43SystemConfigWebrtc],
  ['system_config.whitelabel', kazoo43SystemConfigWhitelabel],
  ['system_config.yodb', kazoo43SystemConfigYodb],
  ['system_configs', kazoo43SystemConfigs],
  ['user_auth', kazoo43UserAuth],
  ['voicemail_keys.dtmf_key', kazoo43VoicemailKeysDtmfKey],
  ['voicemail_keys', kazoo43VoicemailKeys],
]

export const changes5: Entries = [
  ['auth_module_config', kazoo5AuthModuleConfig],
  ['storage.attachment.aws', kazoo5StorageAttachmentAws],
  ['storage.attachment.http', kazoo5StorageAttachmentHttp],
  ['storage.connection.couchdb', kazoo5StorageConnectionCouchdb],
  ['storage.plan.database.document', kazoo5StoragePlanDatabaseDocument],
  ['storage.plan.database', kazoo5StoragePlanDatabase],
  ['storage.plan', kazoo5StoragePlan],
  ['system_config.accounts', kazoo5SystemConfigAccounts],
  ['system_config.acdc', kazoo5SystemConfigAcdc],
  ['system_config.auth', kazoo5SystemConfigAuth],
  ['system_config.blackhole', kazoo5SystemConfigBlackhole],
  ['system_config.braintree', kazoo5SystemConfigBraintree],
  ['system_config.call_command', kazoo5SystemConfigCallCommand],
  ['system_config.callflow.menu', kazoo5SystemConfigCallflowMenu],
  ['system_config.callflow', kazoo5SystemConfigCallflow],
  ['system_config.cdr', kazoo5SystemConfigCdr],
  ['system_config.cnam', kazoo5SystemConfigCnam],
  ['system_config.conferences', kazoo5SystemConfigConferences],
  ['system_config.crossbar.auth', kazoo5SystemConfigCrossbarAuth],
  ['system_config.crossbar.devices', kazoo5SystemConfigCrossbarDevices],
  ['system_config.crossbar.phone_numbers', kazoo5SystemConfigCrossbarPhoneNumbers],
  ['system_config.crossbar', kazoo5SystemConfigCrossbar],
  ['system_config.crossbar.voicemail', kazoo5SystemConfigCrossbarVoicemail],
  ['system_config.ecallmgr', kazoo5SystemConfigEcallmgr],
  ['system_config.hotornot', kazoo5SystemConfigHotornot],
  ['system_config.jonny5', kazoo5SystemConfigJonny5],
  ['system_config.kazoo_endpoint.mobile', kazoo5SystemConfigKazooEndpointMobile],
  ['system_config.kazoo_endpoint', kazoo5SystemConfigKazooEndpoint],
  ['system_config.kazoo_web', kazoo5SystemConfigKazooWeb],
  ['system_config.media', kazoo5SystemConfigMedia],
  ['system_config.number_manager', kazoo5SystemConfigNumberManager],
  ['system_config.privacy', kazoo5SystemConfigPrivacy],
  ['system_config.pusher', kazoo5SystemConfigPusher],
  ['system_config.registrar', kazoo5SystemConfigRegistrar],
  ['system_config.reorder', kazoo5SystemConfigReorder],
  ['system_config.servers', kazoo5SystemConfigServers],
  ['system_config.services', kazoo5SystemConfigServices],
  ['system_config.speech.google', kazoo5SystemConfigSpeechGoogle],
  ['system_config.speech', kazoo5SystemConfigSpeech],
  ['system_config.stepswitch', kazoo5SystemConfigStepswitch],
  ['system_config.system_data', kazoo5SystemConfigSystemData],
  ['system_config.tasks', kazoo5SystemConfigTasks],
  ['system_config.teletype', kazoo5SystemConfigTeletype],
  ['system_config.trunkstore', kazoo5SystemConfigTrunkstore],
  ['system_config.webhooks', kazoo5SystemConfigWebhooks],
  ['user_auth', kazoo5UserAuth],
]

export const schemas5: Entries = [
  ['system_config.appex_client', kazoo5SystemConfigAppexClient],
  ['system_config.attachments.s3', kazoo5SystemConfigAttachmentsS3],
  ['system_config.auth.password', kazoo5SystemConfigAuthPassword],
  ['system_config.commland', kazoo5SystemConfigCommland],
  ['system_config.crossbar.call_reports', kazoo5SystemConfigCrossbarCallReports],
  ['system_config.crossbar.commland', kazoo5SystemConfigCrossbarCommland],
  ['system_config.crossbar.conference_auth', kazoo5SystemConfigCrossbarConferenceAuth],
  ['system_config.crossbar.getstream', kazoo5SystemConfigCrossbarGetstream],
  ['system_config.crossbar.wordle', kazoo5SystemConfigCrossbarWordle],
  ['system_config.default', kazoo5SystemConfigDefault],
  ['system_config.design_docs', kazoo5SystemConfigDesignDocs],
  ['system_config.duo.universal', kazoo5SystemConfigDuoUniversal],
  ['system_config.interaction', kazoo5SystemConfigInteraction],
  ['system_config.kazoo_apps', kazoo5SystemConfigKazooApps],
  ['system_config.pivot.stream', kazoo5SystemConfigPivotStream],
  ['system_config.registrar.auth_type', kazoo5SystemConfigRegistrarAuthType],
  ['system_config.schema_validation', kazoo5SystemConfigSchemaValidation],
  ['system_config.speech.ibm', kazoo5SystemConfigSpeechIbm],
  ['system_config.tasks.cleanup', kazoo5SystemConfigTasksCleanup],
  ['system_config.tasks.presence_rollover', kazoo5SystemConfigTasksPresenceRollover],
  ['system_config.voicemail', kazoo5SystemConfigVoicemail],
  ['system_config.webhooks.object', kazoo5SystemConfigWebhooksObject],
  ['timezone', kazoo5Timezone],
]
