using ExchangeNamespace.MemberReading;
using static ExchangeNamespace.State.CapturedNames;

namespace ExchangeNamespace.State;

/// <summary>Reads servers, as each command shows them.</summary>
internal static class ServerRow
{
    public static void Server(MemberReader row, StateBuilder builder)
    {
        if (row.ServerOf("Name", FirstKnown(row.CapturedText("Name"), row.CapturedText("Identity"))) is not { } name)
        {
            return;
        }

        Captured<string> version = row.CapturedText("AdminDisplayVersion");
        builder.Servers.Add(new CapturedServer
        {
            Name = builder.Shared(name),
            Fqdn = row.CapturedText("Fqdn"),
            Site = LastPart(row.CapturedText("Site")),
            AdminDisplayVersion = version,
            Version = version.IsKnown ? builder.VersionOf(name, version.Value!) : null,
            Roles = row.CapturedFlags("ServerRole"),
            IsClientAccessServer = row.CapturedFlag("IsClientAccessServer"),
            IsEdgeServer = row.CapturedFlag("IsEdgeServer"),
        });
    }

    public static void TransportServer(MemberReader row, StateBuilder builder)
    {
        if (row.ServerOf("Name", FirstKnown(row.CapturedText("Name"), row.CapturedText("Identity"))) is { } name)
        {
            builder.TransportServers.Add(new CapturedTransportServer
            {
                Name = builder.Shared(name),
                InternalTransportCertificateThumbprint = row.CapturedText("InternalTransportCertificateThumbprint"),
            });
        }
    }
}
