using System;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Comparison;

/// <summary>
/// The builds below which Exchange Online throttles and then blocks mail of hybrid connectors. For 2007 to 2013 Microsoft announced it in
/// 2023 (techcommunity 3762078, 3828645: 450 and 550 with 4.7.230 and 5.7.230). The builds of 2016 and 2019, the update of October 2025,
/// are those that administrators reported of the announcement of September 2026; Microsoft's own text was not at hand.
/// </summary>
internal static class MailEnforcement
{
    private const string Remedy = "Send through a server of Subscription Edition, or update this one; Get-OnPremServerReportInfo in "
        + "Exchange Online shows what it counts.";

    private static readonly Version Lowest2016 = new(15, 1, 2507, 61);
    private static readonly Version Lowest2019 = new(15, 2, 1748, 39);

    /// <summary>Judges a build. The shell shows the cumulative update alone, so an update within it stays unknown.</summary>
    /// <param name="version">The version as captured.</param>
    public static (SettingVerdict Verdict, string Planned) Judge(ExchangeVersion version)
    {
        if (Lowest(version.Product) is not { } lowest)
        {
            return version.Product == ExchangeProduct.ExchangeSE ? (SettingVerdict.Equal, "SE") : (SettingVerdict.Differs, "2016 or later");
        }

        string planned = lowest + " or later";
        return version.Build >= lowest ? (SettingVerdict.Equal, planned)
            : !version.IsProductOnly && new Version(version.Build.Major, version.Build.Minor, Math.Max(version.Build.Build, 0))
                < new Version(lowest.Major, lowest.Minor, lowest.Build) ? (SettingVerdict.Differs, planned)
            : (SettingVerdict.Unknown, planned);
    }

    /// <summary>The finding of a build that is too old, or may be.</summary>
    public static Finding? Finding(string server, ExchangeVersion version, SettingVerdict verdict) => verdict switch
    {
        SettingVerdict.Differs when Lowest(version.Product) is { } lowest => Findings.Warning(ComparisonFindingCodes.MailThrottled, server,
            $"Exchange Online throttles and then blocks mail of servers below {lowest}, reported since September 2026 (450 4.7.230, later "
                + "550 5.7.230).", Remedy, "1E"),
        SettingVerdict.Differs => Findings.Warning(ComparisonFindingCodes.MailThrottled, server,
            "Exchange Online blocks mail of servers before Exchange 2016, announced in 2023 (550 5.7.230).", Remedy, "1E"),
        SettingVerdict.Unknown => Findings.Information(ComparisonFindingCodes.MailThrottled, server,
            $"Exchange Online is reported to throttle mail of servers below {Lowest(version.Product)} since September 2026, and the "
                + "captured version does not show the update.",
            "Compare the file version of ExSetup.exe with this build.", "1E"),
        SettingVerdict.Equal => null,
        SettingVerdict.Missing or SettingVerdict.Extra or SettingVerdict.Irrelevant or _ => throw ClosedSet.Outside(verdict),
    };

    private static Version? Lowest(ExchangeProduct product) => product switch
    {
        ExchangeProduct.Exchange2016 => Lowest2016,
        ExchangeProduct.Exchange2019 => Lowest2019,
        ExchangeProduct.Exchange2007 or ExchangeProduct.Exchange2010 or ExchangeProduct.Exchange2013 or ExchangeProduct.ExchangeSE => null,
        _ => throw ClosedSet.Outside(product),
    };
}
