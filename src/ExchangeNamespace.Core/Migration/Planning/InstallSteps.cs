using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Steps F and G: each server is installed where no client takes its service connection point, which is set at once. It shows its
/// certificate before the next one is installed.
/// </summary>
internal static class InstallSteps
{
    private const string NoData = "no output: the value is empty";

    public static void Make(HopContext context)
    {
        if (context.Hop.Added.Count == 0)
        {
            return;
        }

        IReadOnlyList<StepDraft> needs = context.BeforeInstall.Count > 0 ? context.BeforeInstall : [context.Capture];
        StepDraft? forest = context.Hop.BringsProduct ? Forest(context, needs) : null;
        StepDraft? before = forest;
        foreach (PlannedServer server in context.Hop.Added)
        {
            StepDraft installed = Install(context, server, before is null ? needs : [before]);
            context.Installed.Add(server.Name, installed);
            before = CertificateSteps.Enable(context, server) ?? installed;
        }
    }

    /// <summary>
    /// The value that a new server gets at once: the final one where servers that answer under it may stand in front of the new one,
    /// else none.
    /// </summary>
    public static string? FirstValue(HopContext context, PlannedServer server)
    {
        if (Final(server) is not { } uri || HostOf(uri) is not { } host)
        {
            return null;
        }

        NameOwners now = new(context.Hop.From);
        bool served = now.Records(DnsView.Internal, host).Count > 0
            && now.Of(DnsView.Internal, host) is { Count: > 0 } owners && owners.All(o => NameOwners.Proxies(o.Version));
        return served ? uri : null;
    }

    /// <summary>The value that the plan ends with: its own, or that of setup where the plan leaves inside URLs alone.</summary>
    public static string? Final(PlannedServer server)
    {
        UrlSetting planned = server.Services.First(a => a.Service == ClientService.Autodiscover).Internal;
        return planned.Action == SettingAction.Leave && server.Fqdn is { } own
            ? Catalog.ServiceCatalog.Define(ClientService.Autodiscover).Value(own) : planned.Value;
    }

    /// <summary>
    /// Whether a new server gets its URLs right after setup: names that exist lead to servers that answer, and Autodiscover must not hand
    /// out the name of the new server. A name that is new waits until it leads somewhere.
    /// </summary>
    public static bool SetsNames(HopContext context) => context.Moves.All(m => m.Kind != NameMoveKind.New);

    /// <summary>The URLs of the plan on a new server.</summary>
    public static IReadOnlyList<MigrationAction> Directories(Hop hop, PlannedServer server) =>
    [
        .. HopContext.Lines(CommandBuilder.Build(hop.To, ServerLines.Without(server, ClientService.Autodiscover))),
        .. server.Version.Product >= ExchangeProduct.Exchange2013
            ? [new ConsoleLine { Shell = ConsoleShell.PowerShell, Line = "Restart-WebAppPool MSExchangeAutodiscoverAppPool" }]
            : Array.Empty<MigrationAction>(),
    ];

    private static Fqdn? HostOf(string uri) =>
        Fqdn.TryParse(HostText.Of(uri), nameof(uri), out Fqdn? host, out _) ? host : null;

    private static StepDraft Forest(HopContext context, IReadOnlyList<StepDraft> needs)
    {
        ExchangeVersion version = context.Hop.Newest!;
        return context.Add(new StepDraft
        {
            Id = context.Id("active-directory", version.ToString()),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Prepare Active Directory for Exchange {version}",
            Place = MigrationPlace.ActiveDirectory,
            Actions =
            [
                new ConsoleLine { Line = SetupLines.Of(version).PrepareForest },
                HopContext.Work("It is run in the domain and site of the schema master, with the tools of Active Directory there. "
                    + "In a forest with several domains each is prepared too: the same line with /PrepareAllDomains."),
            ],
            Before =
            [
                new MigrationCheck("The forest has the level that the version wants, and the schema master is reachable.",
                    "(Get-ADForest).ForestMode", ForestRequirement.Of(version)?.Level + " or later"),
                new MigrationCheck("Active Directory replicates without errors, and a backup of it exists.", "repadmin /replsummary",
                    "no failure"),
            ],
            After = [new MigrationCheck("The change has reached every domain controller.", "repadmin /replsummary", "no failure")],
            TakeBackNote = "An extension of the schema cannot be taken back. Nothing in it touches the servers that exist.",
            Wait = new MigrationWait(TimeSpan.FromHours(3), "Between sites Active Directory replicates every three hours by default.",
                MigrationSources.Knowledge, MigrationCertainty.Unverified),
            Needs = needs,
            Source = VersionSources.SystemRequirements,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private static StepDraft Install(HopContext context, PlannedServer server, IReadOnlyList<StepDraft> needs)
    {
        string? first = FirstValue(context, server);
        ExchangeCommand point = MigrationCommands.ConnectionPoint(server, first,
            first is null ? "No client takes a server that is not ready yet." : "The value points to servers that answer under it today.");
        SetupLines setup = SetupLines.Of(server.Version);
        bool turnsOn = context.Hop.Newest!.Product >= ExchangeProduct.Exchange2016 && context.Hop.BringsProduct
            && context.Hop.From.Servers.All(s => s.Version.Product < ExchangeProduct.Exchange2013);
        return context.Add(new StepDraft
        {
            Id = context.Id("install", server.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Install {server.Version} on {server.Name}, and set its "
                + (SetsNames(context) ? "names at once" : "service connection point at once"),
            Place = MigrationPlace.ServerConsole,
            Shell = server.Version,
            Servers = [server.Name],
            Actions =
            [
                HopContext.Work("Guard the service connection point that setup writes while it runs: put the server into an Active "
                    + "Directory site without clients (a subnet of its one address leads there, and nltest /dsgetsite shows it), or "
                    + "have a job set the value below again and again until setup ends."),
                new ServerChange
                {
                    Stage = ServerStage.Install, Server = server.Name, Fqdn = server.Fqdn, Site = server.Site, After = server.Version,
                    Line = setup.Install,
                },
                new ExchangeLine { Command = point },
                .. SetsNames(context) ? Directories(context.Hop, server) : [],
                HopContext.Work("Where the server stood in another site, move it to its own and set the site scope that it shall "
                    + "have."),
            ],
            Before =
            [
                new MigrationCheck("The new server has a name and an address that no server had before.", null,
                    "a new name, a new address"),
            ],
            After =
            [
                new MigrationCheck("The server is in its site.",
                    $"Get-ExchangeServer -Identity {Quoted(server.Name)} | Format-Table Name,Site,AdminDisplayVersion",
                    $"{server.Version}{(server.Site.Length == 0 ? string.Empty : ", " + server.Site)}"),
                new MigrationCheck("Its service connection point is what the line set.",
                    $"({PointCmdlet(server)} -Identity {Quoted(server.Name)}).AutoDiscoverServiceInternalUri", first ?? NoData),
            ],
            Effects =
            [
                new ClientEffect("Outlook inside", "Without the guard it may take the new server, show a certificate that it does not "
                    + "trust, and rewrite its profile."),
                .. turnsOn ? [new ClientEffect("Outlook 2010 SP2 and later", "Setup switches MAPI over HTTP on for the organisation; it is "
                    + "used once a mailbox is on the new version.")] : Array.Empty<ClientEffect>(),
            ],
            TakeBack =
            [
                new ExchangeLine { Command = MigrationCommands.ConnectionPoint(server, null, "No client takes the server.") },
                new ServerChange
                {
                    Stage = ServerStage.Uninstall, Server = server.Name, Fqdn = server.Fqdn, Site = server.Site, Before = server.Version,
                    Line = setup.Uninstall,
                },
            ],
            TakeBackNote = "Uninstall it as long as nothing is on it.",
            Needs = needs,
            Rule = "S4",
            Source = MigrationSources.ActiveDirectorySites + "; " + MigrationSources.AddingServers,
            Certainty = MigrationCertainty.Documented,
        });
    }

    private static string PointCmdlet(PlannedServer server) =>
        server.Version.Product >= ExchangeProduct.Exchange2016 ? "Get-ClientAccessService" : "Get-ClientAccessServer";

    private static string Quoted(string name) => PowerShellLiteral.Quote(name, Catalog.LiteralForm.Bare);
}
