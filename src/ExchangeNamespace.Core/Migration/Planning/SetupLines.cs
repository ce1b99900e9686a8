using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>The lines of setup by version. A new version is a new row.</summary>
/// <param name="From">The first release that takes the line.</param>
/// <param name="Program">The program.</param>
/// <param name="Licence">How the licence is accepted; empty where that is not asked.</param>
/// <param name="Roles">The roles of a server with everything on it.</param>
internal sealed record SetupLines(KnownRelease From, string Program, string Licence, string Roles)
{
    private const string Consent = " /IAcceptExchangeServerLicenseTerms";
    private const string NoData = Consent + "_DiagnosticDataOFF";

    private static readonly IReadOnlyList<SetupLines> All =
    [
        new(new("2007", "RTM"), "Setup.com", string.Empty, "ClientAccess,HubTransport,Mailbox"),
        new(new("2010", "RTM"), "Setup.com", string.Empty, "ClientAccess,HubTransport,Mailbox"),
        new(new("2013", "RTM"), "Setup.exe", Consent, "ClientAccess,Mailbox"),
        new(new("2016", "RTM"), "Setup.exe", Consent, "Mailbox"),
        new(new("2016", "CU22"), "Setup.exe", NoData, "Mailbox"),
        new(new("2019", "RTM"), "Setup.exe", Consent, "Mailbox"),
        new(new("2019", "CU11"), "Setup.exe", NoData, "Mailbox"),
        new(new("SE", "RTM"), "Setup.exe", NoData, "Mailbox"),
    ];

    /// <summary>The row of a version. A bare product stands for its newest update, which is what is installed now.</summary>
    public static SetupLines Of(ExchangeVersion version) => All.Last(
        r => r.From.Version.Product == version.Product && (version.IsProductOnly || version.Build >= r.From.Build));

    public string Install => $"{Program} /mode:Install /roles:{Roles}{Licence}";

    public string Upgrade => $"{Program} /mode:Upgrade{Licence}";

    public string Uninstall => Program + " /mode:Uninstall";

    public string PrepareForest => $"{Program} /PrepareAD{Licence}";
}
