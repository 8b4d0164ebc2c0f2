// What Resync runs on in Azure: identity, vault, database, container app, bot with the Teams channel, logs.
// Deploy it twice: first without the app, then, with the certificate in the vault, with it. See docs/install.md.
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

@description('The image, with its version, such as contoso.azurecr.io/resync:0.1.0.')
param image string

@description('Registry that the identity pulls from, such as contoso.azurecr.io; empty for one that asks for no sign-in.')
param registry string = ''

@description('Password of the database administrator; it is kept in the vault only.')
@secure()
param databasePassword string

@description('Whether the certificate is in the vault: the app is made only then.')
param certificateReady bool = false

@description('Copies of the bot; two let one be replaced while the other answers.')
@minValue(1)
@maxValue(10)
param replicas int = 2

var unique = take(uniqueString(resourceGroup().id, name), 8)
var databaseName = 'resync'
var databaseUser = 'resync'
var certificate = 'resync-certificate'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

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

// The identity reads secrets of this one vault, and may do nothing else anywhere.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${unique}'
  location: location
  sku: {
    name: 'Standard_B1ms'
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

resource app 'Microsoft.App/containerApps@2024-03-01' = if (certificateReady) {
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
      registries: empty(registry) ? [] : [
        {
          server: registry
          identity: identity.id
        }
      ]
      secrets: [
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
      ]
    }
    template: {
      containers: [
        {
          name: 'resync'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
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
          ]
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
              periodSeconds: 3
              failureThreshold: 40
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 10
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
  }
}

@description('Name of the vault that the certificate goes into.')
output vaultName string = vault.name

@description('Client id of the user-assigned identity, for RESYNC_IDENTITY_CLIENT_ID.')
output identityClientId string = identity.properties.clientId

@description('Where Teams sends what people say.')
output endpoint string = bot.properties.endpoint
