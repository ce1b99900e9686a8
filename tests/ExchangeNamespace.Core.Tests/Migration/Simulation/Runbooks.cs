using System;
using System.Linq;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using static ExchangeNamespace.Tests.Migration.Simulation.HandMade;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>The orders that Microsoft's deployment checklists and the facts about coexistence give, written out for small organisations.</summary>
internal static class Runbooks
{
    public const string Shared = "mail.contoso.com";
    public const string Finder = "autodiscover.contoso.com";
    public const string Legacy = "legacy.contoso.com";

    public static readonly string[] Names = [Shared, Finder];
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private static readonly MigrationTarget[] Nothing = [];

    public static NamespacePlan Plan(string version, params (string Name, string Site, string Address)[] servers) => Plans.Make(
        servers.Select(s => (object)Plans.Members(("Name", s.Name), ("Site", s.Site), ("IPAddress", s.Address),
            ("OutlookAnywhereEnabled", version.StartsWith("20", StringComparison.Ordinal) && string.CompareOrdinal(version, "2013") < 0 ? true : null))).ToArray(),
        ("ExternalHost", Shared), ("ADDomain", "contoso.com"), ("ExchangeVersion", version), ("SmtpDomain", "contoso.com"),
        ("DnsModel", "Split"), ("ExternalIPAddress", "203.0.113.10"), ("MailHost", "smtp.contoso.com"));

    /// <summary>
    /// 2010 to 2016 in one site: the checklist for upgrading from 2010, with the service connection point right after setup and Outlook
    /// Anywhere of 2010 made ready first.
    /// </summary>
    public static HandMade From2010(ExchangeState? state = null)
    {
        string[] names = [.. Names, "smtp.contoso.com"];
        MigrationTarget[] old = [To("10.0.0.1", "OLD1")];
        MigrationTarget[] next = [To("10.0.0.2", "NEW1")];
        MigrationTarget[] nat = [To("203.0.113.10", "OLD1")];
        return new HandMade(Plan("2010SP3", ("OLD1", "A", "10.0.0.1")), Plan("2016CU23", ("NEW1", "A", "10.0.0.2")), state)
            .Add("update", Server(ServerStage.Update, "OLD1", "A", "2010SP3", "14.3.513.0"))
            .Add("book", Line("Set-MailboxDatabase", "2010SP3", ("Identity", "DB1"), ("OfflineAddressBook", "Default OAB")))
            .Add("ttl", TimeSpan.FromHours(2),
                [.. Names.Select(n => Record(DnsView.Internal, n, old, old, 3600, 300)),
                    .. names.Select(n => Record(DnsView.External, n, nat, nat, 3600, 300))])
            .Add("order", Certificate(CertificateStage.Order, "both", names, "OLD1", "NEW1"))
            .Add("install", Server(ServerStage.Install, "NEW1", "A", null, "2016CU23"))
            .Add("point", Point("NEW1", Shared, "2016CU23"))
            .Add("certificate", Certificate(CertificateStage.Enable, "both", names, "NEW1"))
            .Add("directories", Directories("NEW1", "2016CU23", Shared, Shared))
            .Add("rpc", Line("Set-OutlookAnywhere", "2010SP3", ("Identity", @"OLD1\Rpc (Default Web Site)"), ("ExternalHostname", Shared),
                ("IISAuthenticationMethods", new[] { "Basic", "Ntlm" })))
            .Add("system", Move(MailboxKind.System, ["OLD1"], ["NEW1"]))
            .Add("pilot", Move(MailboxKind.Pilot, ["OLD1"], ["NEW1"]))
            .Add("cutover", TimeSpan.FromMinutes(80),
                [.. Names.Select(n => Record(DnsView.Internal, n, old, next, 300)),
                    .. names.Select(n => Record(DnsView.External, n, nat, [To("203.0.113.20", "NEW1")], 300))])
            .Add("old point", TimeSpan.FromMinutes(1), Point("OLD1", null, "2010SP3"))
            .Add("mailboxes", Week, Move(MailboxKind.User, ["OLD1"], ["NEW1"]))
            .Add("maintenance", Week, Server(ServerStage.Maintenance, "OLD1", "A", "2010SP3", "2010SP3"))
            .Add("removal", Server(ServerStage.Uninstall, "OLD1", "A", "2010SP3", null))
            .Add("ttl back", [.. Names.Select(n => Record(DnsView.Internal, n, next, next, 300, 3600))]);
    }

    /// <summary>2013 to 2016 in one site: new servers join the pool one by one, and old ones leave it.</summary>
    public static HandMade From2013()
    {
        string[] names = [.. Names, "smtp.contoso.com"];
        return new HandMade(Plan("2013CU23", ("OLD1", "A", "10.0.0.1"), ("OLD2", "A", "10.0.0.2")),
            Plan("2016CU23", ("NEW1", "A", "10.0.0.3"), ("NEW2", "A", "10.0.0.4")))
            .Add("order", Certificate(CertificateStage.Order, "both", names, "NEW1", "NEW2"))
            .Add("install 1", Server(ServerStage.Install, "NEW1", "A", null, "2016CU23"))
            .Add("point 1", Point("NEW1", Shared, "2016CU23"))
            .Add("certificate 1", Certificate(CertificateStage.Enable, "both", names, "NEW1"))
            .Add("directories 1", Directories("NEW1", "2016CU23", Shared, Shared))
            .Add("install 2", Server(ServerStage.Install, "NEW2", "A", null, "2016CU23"))
            .Add("point 2", Point("NEW2", Shared, "2016CU23"))
            .Add("certificate 2", Certificate(CertificateStage.Enable, "both", names, "NEW2"))
            .Add("directories 2", Directories("NEW2", "2016CU23", Shared, Shared))
            .Add("system", Move(MailboxKind.System, ["OLD1", "OLD2"], ["NEW1"]))
            .Add("old certificate", Certificate(CertificateStage.Enable, "both", names, "OLD1", "OLD2"))
            .Add("join 1", Pools(["OLD1", "OLD2"], ["OLD1", "OLD2", "NEW1"]))
            .Add("join 2", Pools(["OLD1", "OLD2", "NEW1"], ["OLD1", "OLD2", "NEW1", "NEW2"]))
            .Add("leave", TimeSpan.FromMinutes(75), Pools(["OLD1", "OLD2", "NEW1", "NEW2"], ["NEW1", "NEW2"]))
            .Add("mailboxes", Week, Move(MailboxKind.User, ["OLD1", "OLD2"], ["NEW1", "NEW2"]))
            .Add("old points", TimeSpan.FromMinutes(1), Point("OLD1", null, "2013CU23"), Point("OLD2", null, "2013CU23"))
            .Add("maintenance", Week, Server(ServerStage.Maintenance, "OLD1", "A", "2013CU23", "2013CU23"),
                Server(ServerStage.Maintenance, "OLD2", "A", "2013CU23", "2013CU23"))
            .Add("removal", Server(ServerStage.Uninstall, "OLD1", "A", "2013CU23", null),
                Server(ServerStage.Uninstall, "OLD2", "A", "2013CU23", null));
    }

    private static MigrationAction[] Pools(string[] before, string[] after) =>
        [Pool(DnsView.Internal, Names, before, after), Pool(DnsView.External, [.. Names, "smtp.contoso.com"], before, after)];

    /// <summary>2007 to 2013 in one site: 2007 answers under a legacy name from the cut-over on.</summary>
    public static HandMade From2007()
    {
        string[] names = [.. Names, Legacy, "smtp.contoso.com"];
        MigrationTarget[] old = [To("10.0.0.1", "OLD1")];
        MigrationTarget[] nat = [To("203.0.113.10", "OLD1")];
        return new HandMade(Plan("2007SP3", ("OLD1", "A", "10.0.0.1")), Plan("2013CU23", ("NEW1", "A", "10.0.0.2")))
            .Add("update", Server(ServerStage.Update, "OLD1", "A", "2007SP3", "8.3.517.0"))
            .Add("ttl", TimeSpan.FromHours(2),
                [.. Names.Select(n => Record(DnsView.Internal, n, old, old, 3600, 300)),
                    .. Names.Append("smtp.contoso.com").Select(n => Record(DnsView.External, n, nat, nat, 3600, 300))])
            .Add("order", Certificate(CertificateStage.Order, "both", names, "OLD1", "NEW1"))
            .Add("legacy", Record(DnsView.Internal, Legacy, Nothing, old, null, 300),
                Record(DnsView.External, Legacy, Nothing, [To("203.0.113.11", "OLD1")], null, 300))
            .Add("old certificate", Certificate(CertificateStage.Enable, "both", names, "OLD1"))
            .Add("install", Server(ServerStage.Install, "NEW1", "A", null, "2013CU23"))
            .Add("point", Point("NEW1", Shared, "2013CU23"))
            .Add("certificate", Certificate(CertificateStage.Enable, "both", names, "NEW1"))
            .Add("directories", Directories("NEW1", "2013CU23", Shared, Shared))
            .Add("rpc", Line("Set-OutlookAnywhere", "2007SP3", ("Identity", @"OLD1\Rpc (Default Web Site)"), ("ExternalHostname", Shared),
                ("IISAuthenticationMethods", new[] { "Basic", "Ntlm" })))
            .Add("system", Move(MailboxKind.System, ["OLD1"], ["NEW1"]))
            .Add("old directories", TimeSpan.FromMinutes(80), Old2007(Legacy))
            .Add("cutover", TimeSpan.FromMinutes(80),
                [.. Names.Select(n => Record(DnsView.Internal, n, old, [To("10.0.0.2", "NEW1")], 300)),
                    .. Names.Append("smtp.contoso.com").Select(n => Record(DnsView.External, n, nat, [To("203.0.113.20", "NEW1")], 300))])
            .Add("old point", TimeSpan.FromMinutes(1), Point("OLD1", null, "2007SP3"))
            .Add("mailboxes", Week, Move(MailboxKind.User, ["OLD1"], ["NEW1"]))
            .Add("legacy away", TimeSpan.FromMinutes(10), Record(DnsView.Internal, Legacy, old, Nothing, 300),
                Record(DnsView.External, Legacy, [To("203.0.113.11", "OLD1")], Nothing, 300))
            .Add("maintenance", Week, Server(ServerStage.Maintenance, "OLD1", "A", "2007SP3", "2007SP3"))
            .Add("removal", Server(ServerStage.Uninstall, "OLD1", "A", "2007SP3", null));
    }

    private static MigrationAction[] Old2007(string host) =>
    [
        Line("Set-OwaVirtualDirectory", "2007SP3", ("Identity", @"OLD1\owa (Default Web Site)"), ("InternalUrl", $"https://{host}/owa"),
            ("ExternalUrl", $"https://{host}/owa")),
        Line("Set-WebServicesVirtualDirectory", "2007SP3", ("Identity", @"OLD1\EWS (Default Web Site)"),
            ("InternalUrl", $"https://{host}/EWS/Exchange.asmx"), ("ExternalUrl", $"https://{host}/EWS/Exchange.asmx")),
        Line("Set-OABVirtualDirectory", "2007SP3", ("Identity", @"OLD1\OAB (Default Web Site)"), ("InternalUrl", $"https://{host}/OAB"),
            ("ExternalUrl", $"https://{host}/OAB")),
    ];

    /// <summary>2019 to Subscription Edition in place, one server after the other.</summary>
    public static HandMade InPlace() => new HandMade(Plan("2019CU15", ("EX01", "A", "10.0.0.1"), ("EX02", "A", "10.0.0.2")),
            Plan("SE", ("EX01", "A", "10.0.0.1"), ("EX02", "A", "10.0.0.2")))
        .Add("out 1", Server(ServerStage.Maintenance, "EX01", "A", "2019CU15", "2019CU15"))
        .Add("upgrade 1", Server(ServerStage.UpgradeInPlace, "EX01", "A", "2019CU15", "SE"))
        .Add("in 1", Server(ServerStage.InService, "EX01", "A", "SE", "SE"))
        .Add("out 2", Server(ServerStage.Maintenance, "EX02", "A", "2019CU15", "2019CU15"))
        .Add("upgrade 2", Server(ServerStage.UpgradeInPlace, "EX02", "A", "2019CU15", "SE"))
        .Add("in 2", Server(ServerStage.InService, "EX02", "A", "SE", "SE"));
}
