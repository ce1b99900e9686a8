using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>What no plan of names holds and setup does not wait for: clients, devices, licences, accounts, and Windows on new
/// servers.</summary>
internal static class ReadinessSteps
{
    public static void Make(HopContext context)
    {
        Hop hop = context.Hop;
        if (hop.BringsProduct || hop.Changed.Any(c => c.IsUpgrade))
        {
            context.BeforeInstall.Add(Clients(context, hop.Arriving.Max()!));
        }

        foreach (IGrouping<ExchangeVersion, PlannedServer> group in hop.Added.GroupBy(s => s.Version))
        {
            context.BeforeInstall.Add(Windows(context, group.Key, [.. group.Select(s => s.Name)]));
        }
    }

    private static StepDraft Clients(HopContext context, ExchangeVersion version)
    {
        Surroundings wanted = Surroundings.Of(version);
        string product = ExchangeVersionReader.ProductText(version.Product);
        return context.Add(new StepDraft
        {
            Id = context.Id("readiness", version.ToString()),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Capture,
            Title = $"See that clients, devices, licences and accounts are ready for {product}",
            Place = MigrationPlace.Client,
            Actions =
            [
                HopContext.Work($"Clients: {wanted.Outlook} is the oldest Outlook that {product} serves. Replace older ones first."),
                .. wanted.NewTlsAlone ? [HopContext.Work($"TLS: {product} offers TLS 1.2 and later alone. Switch it on, for Schannel "
                    + "and for .NET, on every old server, and see that balancers, scanners, printers and applications that send mail can "
                    + "use it.")]
                    : Array.Empty<MigrationAction>(),
                .. version.Product >= ExchangeProduct.Exchange2013
                    && context.Hop.From.Servers.Any(s => s.Version.Product <= ExchangeProduct.Exchange2010)
                    ? [HopContext.Work("Retention: managed folders of 2007 and 2010 are not used by newer versions. Give their users a "
                        + "retention policy instead.")] : Array.Empty<MigrationAction>(),
                HopContext.Work("Programs: backup, virus scanner, archive, fax, signatures, monitoring and agents of transport in a "
                    + "version that knows "
                    + product + "."),
                HopContext.Work($"Licences: keys for the servers and licences for the users{(version.Product == ExchangeProduct.ExchangeSE
                    ? ", for SE with Software Assurance or a subscription" : string.Empty)}."),
                HopContext.Work("Accounts: a member of Schema Admins and Enterprise Admins prepares Active Directory, a member of "
                    + "Organization Management runs setup and the lines."),
            ],
            After =
            [
                new MigrationCheck("A backup of Active Directory and of each database exists, and restoring it was tried.", null,
                    "both of this week"),
                new MigrationCheck("The account that prepares Active Directory is in the groups.", "whoami /groups",
                    "Schema Admins, Enterprise Admins, Organization Management"),
            ],
            TakeBackNote = "Nothing of Exchange was changed.",
            Needs = [context.Capture],
            Source = wanted.Source,
            Certainty = wanted.Certainty,
        });
    }

    private static StepDraft Windows(HopContext context, ExchangeVersion version, IReadOnlyList<string> servers)
    {
        Surroundings wanted = Surroundings.Of(version);
        return context.Add(new StepDraft
        {
            Id = context.Id("windows", version.ToString()),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.Install,
            Title = $"Ready Windows on {NameList.Describe(servers)} for {version}",
            Place = MigrationPlace.ServerConsole,
            Servers = servers,
            Actions =
            [
                HopContext.Work($"{wanted.Windows}, with {wanted.Packages}; every update of Windows, and no restart pending. Windows is "
                    + "not upgraded "
                    + "under Exchange later."),
                HopContext.Work("The folders and processes of Exchange are left out by the virus scanner; the page file has a fixed size, "
                    + "the power plan is that of high performance, and disks for databases and logs are there."),
            ],
            After = [new MigrationCheck("Setup's readiness check, which comes before it changes anything, finds nothing.", null,
                "no error")],
            TakeBackNote = "Nothing of Exchange was changed.",
            Needs = [context.Capture],
            Source = wanted.Source,
            Certainty = wanted.Certainty,
        });
    }
}
