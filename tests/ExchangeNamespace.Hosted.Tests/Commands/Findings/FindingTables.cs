using System.Collections.Generic;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>A script for each documented code, which makes its command show it.</summary>
internal static class FindingTables
{
    private const string NoSuchMigration = "Only a changed runbook has it; the tests of the simulator make such runbooks.";

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
        CertificateRows.Table,
        EndpointRows.Table,
        SplitDnsRows.Table,
        MailIdentityRows.Table,
        MailServerRows.Table,
        StateRows.Table,
        DesignRows.Table,
        AutodiscoverRows.Table,
        RouteRows.Table,
    ];

    /// <summary>What no row can show, and why.</summary>
    public static IReadOnlyDictionary<string, string> WithoutRow { get; } = new Dictionary<string, string>
    {
        ["EXN002/Warning"] = "The catalogue has no update that changes a line within a product.",
        ["EXN403/Warning"] = "The catalogue has no cmdlet that only some updates of a product have.",
        ["EXN700/Error"] = NoSuchMigration,
        ["EXN701/Error"] = NoSuchMigration,
        ["EXN702/Error"] = NoSuchMigration,
        ["EXN703/Error"] = NoSuchMigration,
        ["EXN704/Error"] = NoSuchMigration,
        ["EXN705/Error"] = NoSuchMigration,
        ["EXN706/Error"] = NoSuchMigration,
        ["EXN707/Error"] = NoSuchMigration,
        ["EXN708/Warning"] = NoSuchMigration,
        ["EXN709/Warning"] = NoSuchMigration,
        ["EXN710/Warning"] = NoSuchMigration,
        ["EXN711/Warning"] = NoSuchMigration,
        ["EXN712/Warning"] = NoSuchMigration,
        ["EXN713/Information"] = NoSuchMigration,
        ["EXN714/Error"] = NoSuchMigration,
    };
}
