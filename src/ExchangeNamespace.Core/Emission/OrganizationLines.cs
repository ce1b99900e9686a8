using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Emission;

/// <summary>
/// The lines for the whole organisation. The shell of the newest server runs them: older tools cannot manage what newer ones have written.
/// </summary>
internal static class OrganizationLines
{
    private const string TokenReason = "By hand, last, once the hosts of the plan are service principal names of Exchange Online and "
        + "Set-AuthServer -IsDefaultAuthorizationEndpoint $true has run for the EvoSTS of the tenant. All clients are sent there at once "
        + "(S13).";

    private const string DownloadReason = "Attachments come from the download host once every server has it (S13).";

    /// <summary>The lines of a plan.</summary>
    public static IEnumerable<ExchangeCommand> Of(NamespacePlan plan, CommandSelection selection)
    {
        if (OutlookProvider(plan, selection) is { } provider)
        {
            yield return provider;
        }

        if (DownloadDomains(plan, selection) is { } downloads)
        {
            yield return downloads;
        }

        if (Tokens(plan, selection) is { } tokens)
        {
            yield return tokens;
        }
    }

    /// <summary>The line for the principal name; null without one, or where it is not wanted.</summary>
    public static ExchangeCommand? OutlookProvider(NamespacePlan plan, CommandSelection selection) =>
        plan.OutlookProvider is { } setting && Shell(plan, selection, ClientService.OutlookAnywhere) is { } version
            ? OutlookProvider(setting.Provider, setting.CertPrincipalName, version, selection.Rehearse, setting.Reason)
            : null;

    /// <summary>Sets or clears the principal name of a provider.</summary>
    public static ExchangeCommand OutlookProvider(string provider, string? principal, ExchangeVersion version, bool rehearse,
        string reason, ExchangeCommand? undo = null) => Create("Set-OutlookProvider",
        [
            new("Identity", CommandValue.Text(provider, LiteralForm.Bare)),
            new("CertPrincipalName", principal is null ? CommandValue.Null : CommandValue.Text(principal, LiteralForm.DoubleQuoted)),
        ],
        ClientService.OutlookAnywhere, version, rehearse, reason, undo);

    /// <summary>The line that switches download domains on; null where the plan has none, or it is not wanted.</summary>
    public static ExchangeCommand? DownloadDomains(NamespacePlan plan, CommandSelection selection, ExchangeCommand? undo = null) =>
        Catalog.DownloadDomains.AreWanted(plan) && Shell(plan, selection, ClientService.OWA) is { } version
            ? DownloadDomains(true, version, selection.Rehearse, DownloadReason, undo)
            : null;

    /// <summary>Switches download domains on or off.</summary>
    public static ExchangeCommand DownloadDomains(bool on, ExchangeVersion version, bool rehearse, string reason,
        ExchangeCommand? undo = null) => Create("Set-OrganizationConfig",
        [new(Catalog.DownloadDomains.Switch, CommandValue.Boolean(on))], ClientService.OWA, version, rehearse, reason, undo);

    /// <summary>
    /// The line that sends clients to modern authentication; null where the plan has none, or it is not wanted. A person runs it, because
    /// it needs what no line of this module does: names and an authorization server in the cloud directory.
    /// </summary>
    public static ExchangeCommand? Tokens(NamespacePlan plan, CommandSelection selection, ExchangeCommand? undo = null) =>
        ModernAuthentication.IsWanted(plan) && Shell(plan, selection, ClientService.EWS) is { } version
            ? Tokens(true, version, selection.Rehearse, TokenReason, undo)
            : null;

    /// <summary>Sends clients to modern authentication, or no longer.</summary>
    public static ExchangeCommand Tokens(bool on, ExchangeVersion version, bool rehearse, string reason, ExchangeCommand? undo = null) =>
        Create("Set-OrganizationConfig", [new(ModernAuthentication.Switch, CommandValue.Boolean(on))], ClientService.EWS, version, rehearse,
            reason, undo, isByHand: true);

    private static ExchangeVersion? Shell(NamespacePlan plan, CommandSelection selection, ClientService service)
    {
        if (selection.Servers is not null || !selection.Includes(service))
        {
            return null;
        }

        ExchangeVersion version = plan.Servers.Select(s => s.Version).Max()!;
        bool isOfShell = selection.Generation is null || selection.Generation == ShellGenerations.Of(version);
        return isOfShell && !selection.LacksWhatIf(version) ? version : null;
    }

    private static ExchangeCommand Create(string cmdlet, CommandParameter[] parameters, ClientService service, ExchangeVersion version,
        bool rehearse, string reason, ExchangeCommand? undo, bool isByHand = false) => new(cmdlet,
        [.. parameters, .. rehearse ? [ServiceLine.Rehearsal] : Array.Empty<CommandParameter>()])
    {
        Phase = CommandPhase.Organization,
        Target = string.Empty,
        Version = version,
        Service = service,
        Reason = reason,
        Undo = undo,
        IsByHand = isByHand,
    };
}
