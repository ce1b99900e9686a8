using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>How a version states what a connector is for.</summary>
internal enum ConnectorUsage
{
    /// <summary><c>-Usage Internet</c>; the usage sets who may connect and how.</summary>
    UsageParameter,

    /// <summary><c>-Custom</c>; who may connect and how is stated beside it.</summary>
    CustomSwitch,

    /// <summary><c>-Internet</c>; who may connect and how is stated beside it all the same.</summary>
    InternetSwitch,
}

/// <summary>
/// How the shells make connectors: one row of data for each that differs (help of <c>New-ReceiveConnector</c>, <c>New-SendConnector</c>;
/// the 2007 topics bb629576, bb125139, bb629547). A test holds each row against <see cref="CmdletCatalog"/>.
/// </summary>
/// <param name="Versions">The versions of the row.</param>
/// <param name="ReceiveUsage">How a receive connector for the Internet is stated.</param>
/// <param name="SendUsage">How a send connector for the Internet is stated.</param>
internal sealed record ConnectorDialect(VersionRange Versions, ConnectorUsage ReceiveUsage, ConnectorUsage SendUsage)
{
    /// <summary>The most characters of the name of a connector.</summary>
    public const int MaximumName = 64;

    /// <summary>The role of a connector that the Internet reaches; null where the version has no such parameter.</summary>
    public string? TransportRole { get; init; }

    /// <summary>Whether a connector can name its certificate.</summary>
    public bool HasTlsCertificateName { get; init; }

    /// <summary>Whether the connectors of setup listen on IPv6 addresses as well.</summary>
    public bool ListensOnIPv6 { get; init; }

    /// <summary>The connectors of setup that take mail of the organisation itself, each followed by the name of the server.</summary>
    public IReadOnlyList<string> DefaultConnectors { get; init; } = ["Default "];

    private static readonly IReadOnlyList<ConnectorDialect> All =
    [
        new(ExchangeBuilds.Only2007Rtm, ConnectorUsage.UsageParameter, ConnectorUsage.UsageParameter),
        new(ExchangeBuilds.Only2007Sp, ConnectorUsage.CustomSwitch, ConnectorUsage.InternetSwitch),
        new(ExchangeBuilds.Only2010, ConnectorUsage.InternetSwitch, ConnectorUsage.InternetSwitch) { ListensOnIPv6 = true },
        new(ExchangeBuilds.From2013, ConnectorUsage.InternetSwitch, ConnectorUsage.InternetSwitch)
        {
            ListensOnIPv6 = true,
            TransportRole = "FrontendTransport",
            HasTlsCertificateName = true,
            DefaultConnectors = ["Default ", "Default Frontend "],
        },
    ];

    public static ConnectorDialect Of(ExchangeVersion version) => All.First(d => d.Versions.Contains(version));
}
