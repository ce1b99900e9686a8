using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>What a version wants of clients, Windows and devices. A new version is a new row; the newest row that a build reaches
/// counts.</summary>
/// <param name="From">The first release that wants it.</param>
/// <param name="Outlook">The oldest Outlook that it serves.</param>
/// <param name="Windows">The Windows that it runs on.</param>
/// <param name="Packages">What is installed before setup.</param>
/// <param name="NewTlsAlone">Whether it offers TLS 1.2 and later alone.</param>
/// <param name="Source">The documents that say it.</param>
/// <param name="Certainty">How sure it is.</param>
internal sealed record Surroundings(KnownRelease From, string Outlook, string Windows, string Packages, bool NewTlsAlone, string Source,
    MigrationCertainty Certainty)
{
    private const string VisualC = "Visual C++ 2012 and 2013, UCMA 4.0 and the URL Rewrite module of IIS";

    private static readonly IReadOnlyList<Surroundings> All =
    [
        new(new("2010", "RTM"), "Outlook 2003, with RPC encrypted", "Windows Server 2008 SP2 or 2008 R2",
            ".NET Framework 3.5 SP1 and Windows PowerShell 2.0", false, MigrationSources.Requirements2010, MigrationCertainty.Derived),
        new(new("2010", "SP3"), "Outlook 2003", "Windows Server 2008 SP2, 2008 R2 SP1, 2012 or 2012 R2",
            ".NET Framework 3.5 SP1 and Windows PowerShell 2.0", false,
            VersionSources.Supportability + "; " + MigrationSources.Requirements2010, MigrationCertainty.Documented),
        new(new("2013", "RTM"), "Outlook 2007", "Windows Server 2008 R2 SP1, 2012 or 2012 R2",
            ".NET Framework 4.7.2 (for CU23) and UCMA 4.0", false, VersionSources.Requirements2013, MigrationCertainty.Documented),
        new(new("2016", "RTM"), "Outlook 2010 SP2", "Windows Server 2012, 2012 R2 or 2016 with its desktop",
            ".NET Framework 4.8 (for CU23), " + VisualC, false, MigrationSources.Prerequisites, MigrationCertainty.Documented),
        new(new("2019", "RTM"), "Outlook 2013", "Windows Server 2019, from CU12 on 2022, from CU14 on 2025",
            ".NET Framework 4.8, " + VisualC, true, MigrationSources.Prerequisites + "; " + MigrationSources.Server2025,
            MigrationCertainty.Documented),
        new(new("SE", "RTM"), "Outlook 2013", "Windows Server 2019, 2022 or 2025", ".NET Framework 4.8 or 4.8.1, " + VisualC, true,
            MigrationSources.Roadmap + "; " + MigrationSources.Prerequisites, MigrationCertainty.Derived),
    ];

    /// <summary>The row of a version that can be installed anew.</summary>
    public static Surroundings Of(ExchangeVersion version) => All.Last(
        r => r.From.Version.Product == version.Product && (version.IsProductOnly || version.Build >= r.From.Build));
}
