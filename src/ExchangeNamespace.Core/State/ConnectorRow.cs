using ExchangeNamespace.MemberReading;
using static ExchangeNamespace.State.CapturedNames;

namespace ExchangeNamespace.State;

/// <summary>Reads connectors.</summary>
internal static class ConnectorRow
{
    public static void ReceiveConnector(MemberReader row, StateBuilder builder)
    {
        if (row.NameAndIdentity() is not (string name, string identity))
        {
            return;
        }

        Captured<string> server = FirstKnown(row.CapturedText("Server"), ServerPart(Captured.Known(identity)));
        builder.ReceiveConnectors.Add(new CapturedReceiveConnector
        {
            Name = name,
            Identity = identity,
            Server = LastPart(server),
            Fqdn = row.CapturedText("Fqdn"),
            AuthMechanism = row.CapturedFlags("AuthMechanism"),
            TlsCertificateName = row.CapturedRawText("TlsCertificateName"),
            TlsDomainCapabilities = row.CapturedItems("TlsDomainCapabilities"),
            Bindings = row.CapturedItems("Bindings"),
            PermissionGroups = row.CapturedFlags("PermissionGroups"),
            Enabled = row.CapturedFlag("Enabled"),
        });
    }

    public static void SendConnector(MemberReader row, StateBuilder builder)
    {
        if (row.NameAndIdentity() is not (string name, string identity))
        {
            return;
        }

        builder.SendConnectors.Add(new CapturedSendConnector
        {
            Name = name,
            Identity = identity,
            Fqdn = row.CapturedText("Fqdn"),
            AddressSpaces = row.CapturedItems("AddressSpaces"),
            SourceTransportServers = row.CapturedItems("SourceTransportServers"),
            TlsCertificateName = row.CapturedRawText("TlsCertificateName"),
            RequireTls = row.CapturedFlag("RequireTLS"),
            TlsAuthLevel = row.CapturedText("TlsAuthLevel"),
            TlsDomain = row.CapturedText("TlsDomain"),
            CloudServicesMailEnabled = row.CapturedFlag("CloudServicesMailEnabled"),
            Enabled = row.CapturedFlag("Enabled"),
        });
    }
}
