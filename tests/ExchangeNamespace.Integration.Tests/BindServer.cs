using System.Collections.Generic;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>A BIND 9 server for one test, which skips where it is not installed.</summary>
/// <param name="zones">The text of each zone.</param>
/// <param name="forwardTo">The port of the server that knows everything else; null for a server that resolves nothing for others.</param>
/// <param name="updateSecret">The secret of the key <c>acme.</c>; null for fixed zones.</param>
internal sealed class BindServer(IReadOnlyDictionary<string, string> zones, int? forwardTo = null, string? updateSecret = null)
    : NamedServer(SkipWithout(zones), forwardTo, updateSecret)
{
    private static IReadOnlyDictionary<string, string> SkipWithout(IReadOnlyDictionary<string, string> zones)
    {
        Assert.SkipWhen(Program is null, "BIND 9 (named) is not installed.");
        return zones;
    }
}
