using System.Collections.Generic;

namespace ExchangeNamespace.StandIn;

/// <summary>A stand-in organisation for a PowerShell that runs already: its functions, and the object that they call.</summary>
public static class StandInSession
{
    /// <summary>Name and body of each function of a version; they look for the bridge in the variable <c>ExchangeStandIn</c>.</summary>
    /// <param name="version">As in <see cref="StandInExchange.Create"/>.</param>
    public static IReadOnlyDictionary<string, string> Functions(string version) =>
        new Dictionary<string, string>(FunctionWriter.Write(StandInVersion.Parse(version)));

    /// <summary>An organisation, reached through its bridge.</summary>
    /// <param name="version">As in <see cref="StandInExchange.Create"/>.</param>
    /// <param name="servers">As in <see cref="StandInExchange.Create"/>.</param>
    public static StandInBridge Open(string version, params string[] servers) =>
        new() { Current = StandInExchange.CreateWithoutShell(version, servers) };
}
