using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>
/// Step O: where Kerberos is used, new servers share the account of the pool before they join, or names change accounts after N.
/// </summary>
internal static class KerberosSteps
{
    private const string Used = "An alternate service account is in use; without one the step is left out.";

    /// <summary>2013 and later share an account, which a new server needs before clients reach it.</summary>
    public static void Share(HopContext context)
    {
        if (context.Hop.Added.Count == 0 || !Rolls(context.Hop))
        {
            return;
        }

        PlannedServer from = context.Hop.Old.Where(s => NameOwners.Proxies(s.Version)).OrderByDescending(s => s.Version).First();
        PlannedServer[] to = [.. context.Hop.Added.Where(s => NameOwners.Proxies(s.Version))];
        context.Kerberos.Add(context.Add(new StepDraft
        {
            Id = context.Id("kerberos-share"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.NewVirtualDirectories,
            Title = "Give the new servers the alternate service account of the pool, where there is one",
            Place = MigrationPlace.ExchangeShell,
            Shell = to[0].Version,
            Servers = [.. to.Select(s => s.Name)],
            Actions = [Line("cd $exscripts"), .. to.Select(s => Line(@".\RollAlternateServiceAccountPassword.ps1 -ToSpecificServer "
                + $"{Host(context.Hop.To, s)} -CopyFrom {Host(context.Hop.From, from)}"))],
            Before = [new MigrationCheck(Used, Show(from), "a credential")],
            After = [new MigrationCheck("Each new server has the credential of the pool.", Show(to[0]), "the same account")],
            TakeBackNote = "Nothing reaches the new servers yet.",
            Needs = [.. context.Ready.Values],
            Source = MigrationSources.Kerberos,
            Certainty = MigrationCertainty.Documented,
        }));
    }

    /// <summary>2010 and later versions cannot share an account: the names change to the new one right after the cut-over.</summary>
    public static void Move(HopContext context)
    {
        if (context.CutOvers.Count == 0 || context.Hop.Old.All(s => s.Version.Product != ExchangeProduct.Exchange2010))
        {
            return;
        }

        string[] names = [.. context.CutOvers.SelectMany(c => c.Moves).Where(m => m.View == DnsView.Internal).Select(m => m.Name.Value)
            .Distinct()];
        context.Add(new StepDraft
        {
            Id = context.Id("kerberos-move"),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Kerberos,
            Title = "Move the service principal names to the account of the new servers, where there is one",
            Place = MigrationPlace.ActiveDirectory,
            Servers = [.. context.Hop.Added.Select(s => s.Name)],
            Actions =
            [
                .. names.SelectMany(n => new[]
                {
                    new ConsoleLine { Line = $"setspn -D http/{n} \"<account of the old version>\"" },
                    new ConsoleLine { Line = $"setspn -S http/{n} \"<account of the new version>\"" },
                }),
            ],
            Before = [new MigrationCheck(Used, names.Length == 0 ? null : "setspn -Q http/" + names[0], "the account of the old version")],
            After =
            [
                new MigrationCheck("Each name belongs to the new account alone.", "setspn -X", "no duplicate"),
                new MigrationCheck("A client gets a ticket.", names.Length == 0 ? null : "klist get http/" + names[0], "a ticket"),
            ],
            Effects = [new ClientEffect("Outlook inside", "Until the names have moved it falls back to NTLM, or asks for a password.")],
            TakeBack = [.. names.SelectMany(n => new[]
            {
                new ConsoleLine { Line = $"setspn -D http/{n} \"<account of the new version>\"" },
                new ConsoleLine { Line = $"setspn -S http/{n} \"<account of the old version>\"" },
            })],
            TakeBackNote = "With the names in DNS, and in the same hour.",
            Needs = [.. context.AllCutOvers],
            Source = MigrationSources.Kerberos,
            Certainty = MigrationCertainty.Derived,
        });
    }

    private static bool Rolls(Hop hop) => hop.Old.Any(s => NameOwners.Proxies(s.Version)) && hop.Added.Any(s =>
        NameOwners.Proxies(s.Version));

    private static ConsoleLine Line(string line) => new() { Shell = ConsoleShell.ExchangeShell, Line = line };

    private static string Host(NamespacePlan plan, PlannedServer server) =>
        Quoted(ServerFqdn.Of(server.Fqdn, server.Name, plan.ADDomain)?.Value ?? server.Name);

    private static string Show(PlannedServer server) =>
        (server.Version.Product >= ExchangeProduct.Exchange2016 ? "Get-ClientAccessService" : "Get-ClientAccessServer")
        + $" -Identity {Quoted(server.Name)} -IncludeAlternateServiceAccountCredentialStatus | Format-List "
        + "Name,AlternateServiceAccountConfiguration";

    private static string Quoted(string name) => PowerShellLiteral.Quote(name, Catalog.LiteralForm.Bare);
}
