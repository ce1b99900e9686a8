using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>
/// The one place that compares the certificate which clients see under a name with the one that a server behind it presents: Extended
/// Protection, where it is on, lets only equal ones through.
/// </summary>
internal static class LeafComparison
{
    /// <summary>Whether both presented the same certificate, byte by byte.</summary>
    /// <param name="published">What the name presented, through a proxy where there is one.</param>
    /// <param name="server">What the server presented under its own address.</param>
    /// <returns>Null where one of them presented none.</returns>
    public static bool? AreEqual(TlsObservation published, TlsObservation server) =>
        Leaf(published) is { } seen && Leaf(server) is { } own ? seen.SequenceEqual(own) : null;

    /// <summary>The servers that present another certificate than the name.</summary>
    public static IReadOnlyList<string> Others(TlsObservation published, IEnumerable<(string Server, TlsObservation Seen)> servers) =>
        [.. servers.Where(s => AreEqual(published, s.Seen) == false).Select(s => s.Server)];

    private static byte[]? Leaf(TlsObservation seen) => seen.Chain.Count > 0 ? seen.Chain[0] : null;
}
