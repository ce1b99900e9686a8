using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Documentation.Tests.Pages;
using ExchangeNamespace.StandIn;

namespace ExchangeNamespace.Documentation.Tests.Sandbox;

/// <summary>The stand-in Exchange organisation of the pages: blocks for the Exchange Management Shell run in it.</summary>
internal static partial class Organisation
{
    public const string ExchangeVersion = "SE";

    public static readonly string[] Servers = ["EX01.contoso.com@Paris", "EX02.contoso.com@Paris"];

    /// <summary>The assembly of the stand-in.</summary>
    public static string Assembly { get; } = typeof(StandInSession).Assembly.Location;

    /// <summary>Whether a block calls a command of Exchange, or runs lines.</summary>
    public static bool IsNeededBy(IEnumerable<CommandBlock> blocks) => blocks.Any(b => Exchange().IsMatch(b.Code));

    [GeneratedRegex(@"\b(Invoke-Expression|Get-(Exchange(Server|Certificate)|ReceiveConnector|TransportService|\w+VirtualDirectory))\b")]
    private static partial Regex Exchange();
}
