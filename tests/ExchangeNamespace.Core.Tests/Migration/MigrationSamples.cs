using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>Migrations made by hand: one server of 2016 gives its names to one of Subscription Edition.</summary>
internal static class MigrationSamples
{
    public const string Host = "mail.contoso.com";

    public static readonly NamespacePlan Old = Plans.Make(
        new object[] { Plans.Members(("Name", "EX16"), ("Version", "2016CU23"), ("IPAddress", "10.0.0.16")) },
        ("ExternalHost", Host), ("DnsModel", "Split"), ("ADDomain", "contoso.com"));

    public static readonly NamespacePlan New = Plans.Make(
        new object[] { Plans.Members(("Name", "EX01"), ("Version", "SE"), ("IPAddress", "10.0.0.21")) },
        ("ExternalHost", Host), ("DnsModel", "Split"), ("ADDomain", "contoso.com"));

    public static readonly MigrationTarget OldTarget = new("10.0.0.16", ["EX16"]);
    public static readonly MigrationTarget NewTarget = new("10.0.0.21", ["EX01"]);

    public static NamespaceMigration Of(IEnumerable<MigrationStep> steps, params Finding[] findings) => new()
    {
        Present = Old,
        Plans = [New],
        Steps = [.. steps],
        Findings = findings,
    };

    /// <summary>A step that clients do not notice, with the parts that a test names.</summary>
    public static MigrationStep Step(int number, MigrationPhase phase, IReadOnlyList<MigrationAction>? actions = null, string? id = null,
        IReadOnlyList<ClientEffect>? effects = null, IReadOnlyList<string>? dependsOn = null, MigrationWait? wait = null, string? title = null,
        MigrationPlace place = MigrationPlace.ServerConsole, IReadOnlyList<MigrationAction>? takeBack = null,
        IReadOnlyList<MigrationCheck>? before = null, IReadOnlyList<MigrationCheck>? after = null, string rule = "", int hop = 1,
        MigrationCertainty certainty = MigrationCertainty.Documented, string takeBackNote = "Nothing to take back.",
        IReadOnlyList<string>? servers = null, ExchangeVersion? shell = null, string source = "A document of Microsoft") => new()
    {
        Number = number,
        Id = id ?? $"{hop}-{phase.ToString().ToLowerInvariant()}-{number}",
        Hop = hop,
        Phase = phase,
        Title = title ?? $"{phase} {number}",
        Place = place,
        ShellVersion = shell,
        Servers = servers ?? [],
        Actions = actions ?? [new ManualWork { Text = "Do it." }],
        Before = before ?? [],
        After = after ?? [],
        Effects = effects ?? [],
        TakeBack = takeBack ?? [],
        TakeBackNote = takeBackNote,
        Wait = wait,
        DependsOn = dependsOn ?? [],
        Rule = rule,
        Source = source,
        Certainty = certainty,
    };

    public static DnsChange Lower(DnsView view, TimeSpan? before = null, string host = Host) => new()
    {
        View = view,
        Name = Name(host),
        Type = DnsRecordType.A,
        Before = [OldTarget],
        After = [OldTarget],
        TimeToLiveBefore = before,
        TimeToLiveAfter = TimeSpan.FromMinutes(5),
    };

    public static DnsChange Move(DnsView view, bool back = false, string host = Host) => new()
    {
        View = view,
        Name = Name(host),
        Type = DnsRecordType.A,
        Before = [back ? NewTarget : OldTarget],
        After = [back ? OldTarget : NewTarget],
    };

    public static CertificateChange Certificate(CertificateStage stage, string name = "shared", params string[] machines) => new()
    {
        Stage = stage,
        Certificate = name,
        Names = [Host, "autodiscover.contoso.com"],
        Machines = machines.Length > 0 ? machines : ["EX01"],
        Services = ["IIS", "SMTP"],
    };

    /// <summary>The lines that a server of the new plan gets.</summary>
    public static IEnumerable<ExchangeLine> Lines(CommandPhase phase) => CommandBuilder.Build(New, new CommandSelection())
        .Where(c => c.Phase == phase && c.Target == "EX01").Select(c => new ExchangeLine { Command = c });

    private static Fqdn Name(string host) => Old.DnsRecords.Select(r => r.Name).Append(Old.ExternalHost).First(n => n.Value == host);

    /// <summary>A whole way in few steps: every kind of action, check, wait and way back.</summary>
    public static NamespaceMigration Whole(TimeSpan? ttl = null)
    {
        ExchangeVersion se = New.Servers[0].Version;
        return Of(
        [
            Step(1, MigrationPhase.Capture, [new ConsoleLine { Shell = ConsoleShell.PowerShell, Line = "Export-StateCaptureScript 2016 -Path capture.ps1" }],
                "1-capture", title: "Capture the present settings", place: MigrationPlace.Module,
                after: [new MigrationCheck("The checks of the present plan pass.", "Test-Namespace $plan $state", "Outcome Passed")]),
            Step(2, MigrationPhase.LowerTimeToLive, [Lower(DnsView.Internal, ttl), Lower(DnsView.External, ttl)], "1-ttl-mail.contoso.com",
                title: "Lower the time to live of mail.contoso.com", place: MigrationPlace.Dns, dependsOn: ["1-capture"],
                takeBack: [new ManualWork { Text = "Raise the time to live again." }], takeBackNote: "Answers are kept longer again."),
            Step(3, MigrationPhase.Certificate, [Certificate(CertificateStage.Order)], "1-certificate-shared",
                title: "Order the certificate for old and new servers", place: MigrationPlace.CertificateAuthority, dependsOn: ["1-capture"], rule: "S35"),
            Step(4, MigrationPhase.Install,
                [new ServerChange { Stage = ServerStage.Install, Server = "EX01", Site = "", After = se, Line = "Setup.exe /mode:Install /roles:mb /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF" }],
                "1-install-EX01", title: "Install EX01", servers: ["EX01"], dependsOn: ["1-capture"],
                takeBackNote: "Uninstall Exchange from EX01."),
            Step(5, MigrationPhase.NewConnectionPoint, [.. Lines(CommandPhase.ServiceConnectionPoint)], "1-scp-EX01", title: "Service connection point of EX01",
                place: MigrationPlace.ExchangeShell, shell: se, servers: ["EX01"], dependsOn: ["1-install-EX01"], rule: "S3",
                wait: new MigrationWait(TimeSpan.FromHours(3), "Active Directory replicates between sites every 180 minutes", "general knowledge", MigrationCertainty.Unverified)),
            Step(6, MigrationPhase.NewCertificate, [Certificate(CertificateStage.Enable)], "1-certificate-EX01", title: "The certificate on EX01",
                servers: ["EX01"], dependsOn: ["1-install-EX01", "1-certificate-shared"], rule: "S36"),
            Step(7, MigrationPhase.NewVirtualDirectories, [.. Lines(CommandPhase.VirtualDirectory)], "1-urls-EX01", title: "URLs of EX01",
                place: MigrationPlace.ExchangeShell, shell: se, servers: ["EX01"], dependsOn: ["1-certificate-EX01"], rule: "S4",
                before: [new MigrationCheck("The certificate is bound.", "Get-ExchangeCertificate -Server EX01", "Services has IIS")]),
            Step(8, MigrationPhase.CutOver, [Move(DnsView.Internal)], "1-cutover-inside", title: "mail.contoso.com inside leads to EX01",
                place: MigrationPlace.Dns, effects: [new ClientEffect("Outlook inside", "They reach EX01, which proxies to EX16.")],
                dependsOn: ["1-urls-EX01", "1-ttl-mail.contoso.com"], takeBack: [Move(DnsView.Internal, back: true)],
                takeBackNote: "Clients are back within the lowered time to live.",
                after: [new MigrationCheck("Inside answers the new address.", "Resolve-DnsName mail.contoso.com", "10.0.0.21")]),
            Step(9, MigrationPhase.CutOver,
                [new PoolChange { View = DnsView.External, Hosts = [New.ExternalHost], Before = ["EX16"], After = ["EX01"] }],
                "1-cutover-outside", title: "mail.contoso.com outside leads to EX01", place: MigrationPlace.LoadBalancer,
                effects: [new ClientEffect("Clients outside", "They reach EX01.")], dependsOn: ["1-urls-EX01", "1-ttl-mail.contoso.com"],
                takeBack: [new PoolChange { View = DnsView.External, Hosts = [New.ExternalHost], Before = ["EX01"], After = ["EX16"] }],
                takeBackNote: "At once.",
                wait: new MigrationWait(TimeSpan.FromDays(7), "Applications keep an endpoint for about a week", "Microsoft Learn", MigrationCertainty.Documented)),
            Step(10, MigrationPhase.Mailboxes,
                [new MailboxMove { Kind = MailboxKind.User, From = ["EX16"], To = ["EX01"], Lines = ["New-MoveRequest -Identity <mailbox> -TargetDatabase <database>"] }],
                "1-mailboxes", title: "Move the user mailboxes", place: MigrationPlace.ExchangeShell, shell: se,
                effects: [new ClientEffect("Outlook", "It connects again when its mailbox is moved.")], dependsOn: ["1-cutover-inside", "1-cutover-outside"],
                takeBackNote: "Move them back while EX16 lives.", certainty: MigrationCertainty.Derived),
            Step(11, MigrationPhase.Decommission,
                [new ServerChange { Stage = ServerStage.Uninstall, Server = "EX16", Site = "", Before = Old.Servers[0].Version, Line = "Setup.exe /mode:Uninstall" }],
                "1-uninstall-EX16", title: "Uninstall EX16", servers: ["EX16"], dependsOn: ["1-mailboxes"], takeBackNote: "Not possible.",
                certainty: MigrationCertainty.Unverified),
        ]);
    }
}
