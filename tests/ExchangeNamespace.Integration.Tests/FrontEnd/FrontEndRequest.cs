using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>One request that arrived.</summary>
/// <param name="Server">The server that it reached.</param>
/// <param name="Connection">The TCP connection, unique on that server.</param>
/// <param name="Client">The address that connected.</param>
/// <param name="Method">The method.</param>
/// <param name="IsSecure">Whether it came through TLS.</param>
/// <param name="ServerName">The name of the server name indication; null without one.</param>
/// <param name="Host">The Host header.</param>
/// <param name="Target">Path and query as they were sent.</param>
/// <param name="Headers">All headers.</param>
/// <param name="User">The user of the connection or of the request; null for an anonymous one.</param>
internal sealed record FrontEndRequest(string Server, string Connection, string Client, string Method, bool IsSecure, string? ServerName,
    string Host, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string? User)
{
    /// <summary>The first header of a name; null without one.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
