using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>Step J: 2007 and 2010 are made ready to be asked by newer servers, and what stays gets the URLs of the next plan.</summary>
internal static class OldServerSteps
{
    private static readonly ClientService[] Moved = [ClientService.EWS, ClientService.OAB, ClientService.UM, ClientService.OWA];

    public static void Prepare(HopContext context)
    {
        if (context.Hop.Added.Count == 0)
        {
            return;
        }

        IReadOnlyList<StepDraft> legacy = NameSteps.Legacy(context);
        foreach (PlannedServer server in context.Hop.Old.Where(s => s.Version.Product <= ExchangeProduct.Exchange2010))
        {
            IReadOnlyList<ServiceAssignment> assignments = [.. Assignments(context.Hop, server)];
            IReadOnlyList<ExchangeCommand> lines = assignments.Count == 0 ? []
                : ServerLines.Of(context.Hop.From, server, assignments, context.Input.State);
            if (lines.Count > 0)
            {
                context.Prepared.Add(Prepare(context, server, lines, legacy));
            }
        }

        context.Prepared.AddRange(legacy);
        Imap(context);
    }

    private static StepDraft Prepare(HopContext context, PlannedServer server, IReadOnlyList<ExchangeCommand> lines,
        IReadOnlyList<StepDraft> legacy)
    {
        bool is2007 = server.Version.Product == ExchangeProduct.Exchange2007;
        bool known = lines.All(l => l.Undo is not null);
        return context.Add(new StepDraft
        {
            Id = context.Id("prepare", server.Name),
            Hop = context.Hop.Number,
            Phase = MigrationPhase.PrepareOld,
            Title = $"Make {server.Name} ready to be asked by {context.Hop.Newest}",
            Place = MigrationPlace.ExchangeShell,
            Shell = server.Version,
            Servers = [server.Name],
            Actions =
            [
                .. HopContext.Lines(lines),
                .. is2007 ? [new ConsoleLine { Line = "net stop IISAdmin /y" }, new ConsoleLine { Line = "net start W3SVC" }]
                    : Array.Empty<MigrationAction>(),
            ],
            Before =
            [
                new MigrationCheck("Whether Outlook Anywhere is enabled is known: Set-OutlookAnywhere changes it, Enable-OutlookAnywhere "
                    + "enables it.", $"Get-OutlookAnywhere -Server {PowerShellLiteral.Quote(server.Name, LiteralForm.Bare)}",
                    "an object where it is enabled"),
            ],
            After =
            [
                new MigrationCheck("A mailbox on the old server opens through the new one, from a client whose hosts file leads there.",
                    null,
                    "Outlook, Outlook on the web and ActiveSync open it"),
            ],
            Effects = is2007
                ? [new ClientEffect("Outlook on the web on " + server.Name, "The web server restarts: sessions end.")]
                : [new ClientEffect("Outlook outside", "It may ask for the password once, because another method is offered.")],
            TakeBack = HopContext.Back(lines),
            TakeBackNote = known ? "The captured values come back."
                : "Not every value was captured: note the values that the cmdlets Get show before, and set them again.",
            Wait = is2007 ? new MigrationWait(TimeSpan.FromMinutes(75), "Clients learn the coexistence name at their next Autodiscover.",
                MigrationSources.OutlookAutodiscover, MigrationCertainty.Documented) : null,
            Needs =
            [
                .. context.Certificates.TryGetValue(server.Name, out StepDraft? certificate) ? [certificate] : Array.Empty<StepDraft>(),
                .. is2007 ? legacy : [], context.Capture,
            ],
            Rule = is2007 ? "S30" : "S17",
            Source = is2007 ? MigrationSources.ClientAccess2013 + "; " + MigrationSources.OutlookAnywhere
                : MigrationSources.OutlookAnywhere,
            Certainty = MigrationCertainty.Documented,
        });
    }

    /// <summary>2016 offers IMAP clients NTLM by default, with which logons to mailboxes on 2010 fail.</summary>
    private static void Imap(HopContext context)
    {
        if (context.Hop.Old.All(s => s.Version.Product != ExchangeProduct.Exchange2010))
        {
            return;
        }

        foreach (PlannedServer server in context.Hop.Added.Where(s => s.Version.Product == ExchangeProduct.Exchange2016))
        {
            context.Prepared.Add(context.Add(new StepDraft
            {
                Id = context.Id("imap", server.Name),
                Hop = context.Hop.Number,
                Phase = MigrationPhase.PrepareOld,
                Title = $"Let IMAP clients of 2010 mailboxes log on through {server.Name}",
                Place = MigrationPlace.ExchangeShell,
                Shell = server.Version,
                Servers = [server.Name],
                Actions =
                [
                    new ExchangeLine { Command = MigrationCommands.ImapWithoutNtlm(server) },
                    new ConsoleLine { Shell = ConsoleShell.PowerShell, Line = "Restart-Service MSExchangeImap4,MSExchangeIMAP4BE" },
                ],
                Before =
                [
                    new MigrationCheck("IMAP is used: a restart would start a service that is switched off. Without it the step is left "
                        + "out.",
                        "Get-Service MSExchangeImap4,MSExchangeIMAP4BE", "Running"),
                ],
                After = [new MigrationCheck("Where IMAP is used, a mailbox on 2010 opens through the new server.", null,
                    "the folder list")],
                TakeBackNote = "Set it to true again when no mailbox is on 2010.",
                Needs = [context.Installed[server.Name]],
                Source = MigrationSources.Imap,
                Certainty = MigrationCertainty.Documented,
            }));
        }
    }

    private static IEnumerable<ServiceAssignment> Assignments(Hop hop, PlannedServer server)
    {
        bool is2007 = server.Version.Product == ExchangeProduct.Exchange2007;
        if (is2007 && LegacyName.Sites(hop).Contains(server.Site, StringComparer.OrdinalIgnoreCase)
            && LegacyName.Of(hop, server.Site, DnsView.External) is { } outside
            && LegacyName.Of(hop, server.Site, DnsView.Internal) is { } inside)
        {
            foreach (ServiceAssignment assignment in server.Services.Where(a => Moved.Contains(a.Service)
                || (a.Service == ClientService.ActiveSync && hop.Newest!.Product == ExchangeProduct.Exchange2010)))
            {
                ServiceDefinition definition = ServiceCatalog.Define(assignment.Service);
                yield return new ServiceAssignment
                {
                    Service = assignment.Service,
                    Internal = To(assignment.Internal, definition.Value(inside)),
                    External = To(assignment.External, definition.Value(outside)),
                    AdditionalParameters = assignment.AdditionalParameters,
                };
            }
        }

        // Newer servers proxy to the site of the mailbox, also where the Internet does not reach it.
        bool isUsed = hop.Old.Any(s => s.InternetFacing || s.OutlookAnywhereEnabled == true);
        if (isUsed && hop.Newest is { } newest && newest.Product >= ExchangeProduct.Exchange2013
            && server.Services.FirstOrDefault(a => a.Service == ClientService.OutlookAnywhere) is { } anywhere)
        {
            yield return Anywhere(server, anywhere, OutsideHost(hop, server));
        }
    }

    private static string OutsideHost(Hop hop, PlannedServer server)
    {
        PlannedServer? heir = hop.To.Servers.FirstOrDefault(s => s.InternetFacing
            && string.Equals(s.Site, server.Site, StringComparison.OrdinalIgnoreCase));
        return heir?.Services.FirstOrDefault(a => a.Service == ClientService.OutlookAnywhere)?.External.Value ?? hop.To.ExternalHost.Value;
    }

    /// <summary>Newer servers proxy with NTLM, which IIS of the old one must take; the old one has the shared host.</summary>
    private static ServiceAssignment Anywhere(PlannedServer server, ServiceAssignment present, string host)
    {
        string method = server.Version.Build < Builds.ExchangeBuilds.Exchange2007Sp1 ? "ExternalAuthenticationMethod"
            : "ClientAuthenticationMethod";
        List<AdditionalParameter> parameters = [.. present.AdditionalParameters.Where(p => p.Parameter != "IISAuthenticationMethods")];
        if (!parameters.Exists(p => p.Parameter == method))
        {
            parameters.Add(new AdditionalParameter { Parameter = method, Values = ["Basic"] });
        }

        if (!parameters.Exists(p => p.Parameter == "SSLOffloading"))
        {
            parameters.Add(new AdditionalParameter { Parameter = "SSLOffloading", Values = [bool.FalseString], IsBoolean = true });
        }

        if (server.Version.Build >= Builds.ExchangeBuilds.Exchange2007Sp1)
        {
            parameters.Add(new AdditionalParameter { Parameter = "IISAuthenticationMethods", Values = ["Basic", "Ntlm"], IsAsked = true });
        }

        return new ServiceAssignment
        {
            Service = ClientService.OutlookAnywhere,
            Internal = UrlSetting.Leave("This version has no inside host."),
            External = UrlSetting.Set(host, "Newer servers answer under it, and proxy with NTLM."),
            AdditionalParameters = parameters,
        };
    }

    private static UrlSetting To(UrlSetting present, string value) => present.Action == SettingAction.Set
        ? UrlSetting.Set(value, "Mailboxes that have not moved are reached under the coexistence name.") : present;
}
