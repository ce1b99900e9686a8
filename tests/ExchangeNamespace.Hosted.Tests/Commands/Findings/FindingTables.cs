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
        MigrationCalendarRows.Table,
        MigrationRows.Table,
    ];

    /// <summary>What no row can show, and why.</summary>
    public static IReadOnlyDictionary<string, string> WithoutRow { get; } = new Dictionary<string, string>
    {
        ["EXN002/Warning"] = "The catalogue has no update that changes a line within a product.",
        ["EXN403/Warning"] = "The catalogue has no cmdlet that only some updates of a product have.",
        ["EXN700"] = NoSuchMigration,
        ["EXN701"] = NoSuchMigration,
        ["EXN702"] = NoSuchMigration,
        ["EXN703"] = NoSuchMigration,
        ["EXN704"] = NoSuchMigration,
        ["EXN705"] = NoSuchMigration,
        ["EXN706"] = NoSuchMigration,
        ["EXN707"] = NoSuchMigration,
        ["EXN708"] = NoSuchMigration,
        ["EXN709"] = NoSuchMigration,
        ["EXN710"] = NoSuchMigration,
        ["EXN711"] = NoSuchMigration,
        ["EXN712"] = NoSuchMigration,
        ["EXN713"] = NoSuchMigration,
        ["EXN714"] = NoSuchMigration,
    };
}
