// What Resync runs on in Azure: identity, vault, registry, database, container app, bot with the Teams channel, logs.
// Deploy it twice: first without the app, then, with certificate and image in their places, with it. See docs/install.md.
targetScope = 'resourceGroup'

@description('Begins the name of everything here: small letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'resync'

@description('Region of everything but the bot, which is global.')
param location string = resourceGroup().location

@description('Application (client) id of the app registration.')
param appId string

@description('Directory (tenant) id of the organization.')
param tenantId string = tenant().tenantId

@description('Root of SharePoint, such as https://contoso.sharepoint.com.')
param sharePointUrl string

@description('Cloud of the Microsoft 365 tenant.')
@allowed(['worldwide', 'gcc', 'gcc-high', 'dod', 'china'])
param cloud string = 'worldwide'

@description('Version of the image: resync:VERSION in the registry that is made here.')
param version string

@description('Password of the database administrator; it is kept in the vault only.')
@secure()
param databasePassword string

@description('Further settings of the bot by their names, such as {"RESYNC_DESKS": "channel"}.')
param settings object = {}

@description('The same for settings that nobody may read, such as {"RESYNC_JIRA_TOKEN": "..."}.')
@secure()
param secretSettings object = {}

@description('Whether the certificate is in the vault and the image in the registry: the app is made only then.')
param ready bool = false

@description('Copies of the bot; two let one be replaced while the other answers.')
@minValue(1)
@maxValue(10)
param replicas int = 2

var unique = take(uniqueString(resourceGroup().id, name), 8)
var databaseName = 'resync'
var databaseUser = 'resync'
var certificate = 'resync-certificate'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-${unique}'
  location: location
  properties: {
    sku: {
      family: 'A'
      name: 'standard'
    }
    tenantId: tenant().tenantId
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${name}${unique}'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
  }
}

// The identity reads secrets of this one vault and images of this one registry, and may do nothing else anywhere.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource pullsImages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

// A copy holds ten connections or more, and twice as many copies run while a new version takes over: of the smallest
// size, B1ms, there are 35. https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-limits
resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${unique}'
  location: location
  sku: {
    name: 'Standard_B2s'
    tier: 'Burstable'
  }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 14
    }
  }
}

// 0.0.0.0 means services of Azure, not everybody; they still need the password, and TLS.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = {
  parent: server
  name: 'azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: databaseName
}

resource databaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: 'postgresql://${databaseUser}:${uriComponent(databasePassword)}@${server.properties.fullyQualifiedDomainName}/${databaseName}?sslmode=require'
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = if (ready) {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: concat([
        {
          name: 'certificate'
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${certificate}'
          identity: identity.id
        }
        {
          name: 'database-url'
          keyVaultUrl: databaseUrl.properties.secretUri
          identity: identity.id
        }
      ], map(items(secretSettings), one => {
        name: toLower(replace(one.key, '_', '-'))
        value: one.value
      }))
    }
    template: {
      containers: [
        {
          name: 'resync'
          image: '${registry.properties.loginServer}/resync:${version}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat([
            {
              name: 'MicrosoftAppId'
              value: appId
            }
            {
              name: 'MicrosoftAppTenantId'
              value: tenantId
            }
            {
              name: 'MicrosoftAppCertificatePath'
              value: '/secrets/certificate.pem'
            }
            {
              name: 'RESYNC_CLOUD'
              value: cloud
            }
            {
              name: 'RESYNC_SHAREPOINT_URL'
              value: sharePointUrl
            }
            {
              name: 'DATABASE_URL'
              secretRef: 'database-url'
            }
          ], map(items(settings), one => {
            name: one.key
            value: string(one.value)
          }), map(items(secretSettings), one => {
            name: one.key
            secretRef: toLower(replace(one.key, '_', '-'))
          }))
          volumeMounts: [
            {
              volumeName: 'secrets'
              mountPath: '/secrets'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
              timeoutSeconds: 5
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 10
              timeoutSeconds: 5
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'secrets'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'certificate'
              path: 'certificate.pem'
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
    }
  }
  dependsOn: [
    readsSecrets
    pullsImages
    database
    fromAzure
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Resync'
    endpoint: 'https://${name}.${environment.properties.defaultDomain}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: cloud == 'gcc' ? {
      isEnabled: true
      deploymentEnvironment: 'GCCModerateDeployment'
    } : {
      isEnabled: true
    }
  }
}

@description('Name of the vault that the certificate goes into.')
output vaultName string = vault.name

@description('Name of the registry that the image goes into.')
output registryName string = registry.name

@description('Client id of the user-assigned identity, for RESYNC_IDENTITY_CLIENT_ID.')
output identityClientId string = identity.properties.clientId

@description('Where Teams sends what people say.')
output endpoint string = bot.properties.endpoint
