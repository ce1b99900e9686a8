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
            Bindings = row.CapturedItems("Bindings"),
            RemoteIPRanges = row.CapturedItems("RemoteIPRanges"),
            TransportRole = row.CapturedText("TransportRole"),
            PermissionGroups = row.CapturedFlags("PermissionGroups"),
            Banner = row.CapturedRawText("Banner"),
            Enabled = row.CapturedFlag("Enabled"),
            RequireTls = row.CapturedFlag("RequireTLS"),
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
            SmartHosts = row.CapturedItems("SmartHosts"),
            DnsRoutingEnabled = row.CapturedFlag("DNSRoutingEnabled"),
            RequireTls = row.CapturedFlag("RequireTLS"),
            IgnoreStartTls = row.CapturedFlag("IgnoreSTARTTLS"),
            TlsAuthLevel = row.CapturedText("TlsAuthLevel"),
            TlsDomain = row.CapturedText("TlsDomain"),
            FrontendProxyEnabled = row.CapturedFlag("FrontendProxyEnabled"),
            Enabled = row.CapturedFlag("Enabled"),
        });
    }
}
