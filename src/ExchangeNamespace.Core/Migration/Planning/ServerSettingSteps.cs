using System;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>What is set on each server, and stands in no plan of names.</summary>
internal static class ServerSettingSteps
{
    public static void Make(HopContext context)
    {
        Hop hop = context.Hop;
        if (hop.Added.Count == 0)
        {
            return;
        }

        string[] names = [.. hop.Added.Select(s => s.Name)];
        bool modern = hop.Newest!.Product >= ExchangeProduct.Exchange2013;
        context.Prepared.Add(context.Add(new StepDraft
        {
            Id = context.Id("settings"),
            Hop = hop.Number,
            Phase = MigrationPhase.Transport,
            Title = $"Give {NameList.Describe(names)} what is set on each old server and stands in no plan",
            Place = MigrationPlace.ServerConsole,
            Servers = names,
            Actions =
            [
                HopContext.Work("The newest security update, then the product key: both before a client reaches the server."),
                HopContext.Work("POP3 and IMAP4, where they are used: start type of the services, certificate name and log-on. Setup "
                    + "leaves them stopped."),
                HopContext.Work("Limits of the transport service and sizes in the web.config files; pages of Outlook on the web and "
                    + "redirections of the web site that were changed."),
                HopContext.Work("Agents of transport, virus scanner, backup and monitoring, as on the old servers."),
            ],
            After =
            [
                new MigrationCheck("Every service of the roles runs.", "Test-ServiceHealth", "RequiredServicesRunning is True"),
                .. modern ? [new MigrationCheck("The certificate by which servers prove themselves to each other (OAuth) is on each new "
                    + "server.",
                    "(Get-AuthConfig).CurrentCertificateThumbprint", "a thumbprint that Get-ExchangeCertificate shows on each"),
                    new MigrationCheck("HealthChecker.ps1 of Microsoft's support finds nothing in red.", null, "no red line")]
                    : Array.Empty<MigrationCheck>(),
            ],
            TakeBackNote = "Nothing that clients use was changed.",
            Needs = [.. hop.Added.Select(s => context.Certificates.TryGetValue(s.Name, out StepDraft? shown) ? shown
                : context.Installed[s.Name])],
            Source = MigrationSources.AddingServers + "; " + MigrationSources.Knowledge,
            Certainty = MigrationCertainty.Derived,
        }));
    }
}
