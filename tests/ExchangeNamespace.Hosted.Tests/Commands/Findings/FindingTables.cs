using System.Collections.Generic;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>A script for each documented code, which makes its command show it.</summary>
internal static class FindingTables
{
    public static IReadOnlyList<FindingTable> All { get; } =
    [
        PlanRows.Table,
        RequestRows.Table,
        DnsScriptRows.Table,
        StartTlsRows.Table,
        RenewalRows.Table,
        MailFlowRows.Table,
        SpfRows.Table,
        ScriptRows.Table,
        ClusterRows.Table,
        KerberosRows.Table,
        ProtectionRows.Table,
        LoadBalancerRows.Table,
        ServiceRows.Table,
        CertificateRows.Table,
        EndpointRows.Table,
        SplitDnsRows.Table,
        MailIdentityRows.Table,
        MailServerRows.Table,
        StateRows.Table,
        DesignRows.Table,
        AutodiscoverRows.Table,
        RouteRows.Table,
        MigrationCalendarRows.Table,
        MigrationRows.Table,
        SimulationRows.Table,
    ];

    /// <summary>What no row can show, and why.</summary>
    public static IReadOnlyDictionary<string, string> WithoutRow { get; } = new Dictionary<string, string>
    {
        ["EXN002/Warning"] = "The catalogue has no update that changes a line within a product.",
        ["EXN403/Warning"] = "The catalogue has no cmdlet that only some updates of a product have.",
        ["EXN712"] = "No command makes a line of a cmdlet that the simulator does not know.",
    };
}
