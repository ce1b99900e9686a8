using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Requests;

/// <summary>Notices that server and external host changed places: a host without a domain beside a server with one.</summary>
internal static class ExchangedNames
{
    private const string ExternalHost = "ExternalHost";

    /// <summary>Refuses the external host where it looks exchanged.</summary>
    /// <returns>Whether it was refused.</returns>
    public static bool Refuse(MemberReader reader, IReadOnlyList<ServerRequest> servers)
    {
        if (reader.Raw(ExternalHost) is not string host
            || !ServerName.TryParse(host, ExternalHost, out string? name, out Fqdn? full, out _)
            || full is not null
            || servers.Select(s => s.Fqdn).FirstOrDefault(f => f is not null) is not { } server)
        {
            return false;
        }

        reader.Refuse(FaultIds.NameSingleLabel, ExternalHost, host,
            $"is {name}, a single label as servers have, and the server is {server}, a full name as hosts have. Were they exchanged? "
                + $"Then give -Server {name} -ExternalHost {server}; else give the full name of the host.");
        return true;
    }
}
