using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Kerberos;

/// <summary>The steps for the servers of one generation.</summary>
internal sealed class KerberosSteps(KerberosInput input, ServiceAccount account, bool legacy)
{
    private const string Rule = "S13";
    private const string Procedure = "Microsoft Learn, Kerberos authentication for load-balanced client access services";
    private const string Procedure2010 = "Microsoft support article on Kerberos for a client access server array of 2010";
    private const string Controller = "a computer with the Active Directory module, as domain administrator";
    private const string Script = @".\RollAlternateServiceAccountPassword.ps1 -ToSpecificServer ";

    private readonly PlannedServer[] _servers = [.. input.Plan.Servers.Where(s => PrincipalNames.Has(s, legacy))];

    private string Source => legacy ? Procedure2010 : Procedure;

    public IEnumerable<RunbookStep> All(IReadOnlyList<PrincipalName> names) =>
    [
        Account(), Keys(), .. Passwords(), .. names.Select(Name), .. Negotiate(), .. _servers.Select(Verify),
    ];

    private RunbookStep Account() => Step(StepPhase.Account, Controller, StepShell.PowerShell,
        account.IsComputer
            ? $"New-ADComputer -Name {Quote(account.Name)} -SamAccountName {Quote(account.SamName)} "
                + "-AccountPassword (Read-Host -AsSecureString) -Enabled:$true"
            : $"New-ADUser -Name {Quote(account.Name)} -SamAccountName {Quote(account.SamName)} "
                + "-AccountPassword (Read-Host -AsSecureString) -Enabled:$true -CannotChangePassword:$true",
        $"Makes the account {account.Text} that all servers share. The password is asked for and is replaced in a later step.",
        $"{account.Text} does not exist yet: {Get()} finds nothing. Where it exists and is the account of these servers, "
            + "leave this step out.",
        $"{Get()} shows it, enabled.",
        $"{(account.IsComputer ? "Remove-ADComputer" : "Remove-ADUser")} {Quote(account.SamName)}");

    private RunbookStep Keys() => Step(StepPhase.Account, Controller, StepShell.PowerShell,
        $"Set-AD{(account.IsComputer ? "Computer" : "User")} -Identity {Quote(account.SamName)} -Replace "
            + "@{'msDS-SupportedEncryptionTypes'=" + EncryptionTypes().ToString(CultureInfo.InvariantCulture) + "}",
        "Says which kinds of keys tickets for the account may have. Keys exist only for passwords that are set afterwards, so this comes "
            + "before the next step.",
        "the domain controllers have their updates of 2026, or clients that know RC4 only are gone.",
        $"{Get()} -Properties msDS-SupportedEncryptionTypes shows {EncryptionTypes().ToString(CultureInfo.InvariantCulture)}.",
        "-Clear 'msDS-SupportedEncryptionTypes' instead of -Replace: the default of the domain counts again.");

    private IEnumerable<RunbookStep> Passwords() => _servers.Select((server, i) => Step(StepPhase.AccountPassword, server.Name,
        StepShell.ExchangeManagementShell,
        Script + Quote(HostOf(server)) + (i == 0
            ? " -GenerateNewPasswordFor " + Quote(account.Text)
            : " -CopyFrom " + Quote(HostOf(_servers[0]))),
        i == 0 ? "Gives the account a new password of 73 characters and stores it on the first server."
            : $"Copies the password to {server.Name}.",
        $"the shell is in its folder of scripts: cd $exscripts. The service MSExchangeServiceHost runs on {server.Name}.",
        "the script ends with \"THE SCRIPT HAS SUCCEEDED\", and the application log has event 14002.",
        i == 0 ? "nothing is to take back: clients do not ask for the account before its names exist."
            : $"{ReaderOf(server, "Set")} -RemoveAlternateServiceAccountCredentials on {server.Name}, after the names are deleted."));

    private RunbookStep Name(PrincipalName name) => Step(StepPhase.PrincipalName, Controller, StepShell.Cmd,
        "setspn -S " + CmdLiteral.Quote(name.Name) + " " + CmdLiteral.Quote(account.Text),
        $"Lets clients inside ask for tickets for {name.Host}"
            + (name.Services.Count == 0 ? ", the client access array." : $" ({string.Join(", ", name.Services)})."),
        $"setspn -F -Q {name.Name} finds no account. Where it finds another one, delete it there first: "
            + $"setspn -D {name.Name} and that account. All servers have the password.",
        $"setspn -F -Q {name.Name} finds {account.Text} alone.",
        "setspn -D " + CmdLiteral.Quote(name.Name) + " " + CmdLiteral.Quote(account.Text));

    /// <summary>Outlook Anywhere offers NTLM alone by default; the other directories offer Negotiate.</summary>
    private IEnumerable<RunbookStep> Negotiate() => legacy ? [] : _servers.Where(s => !OffersNegotiate(s)).Select(server =>
    {
        ServiceDialect dialect = ServiceCatalog.Default.Find(ClientService.OutlookAnywhere, server.Version, server.OutlookAnywhereEnabled)!;
        ExchangeCommand line = ServiceLine.Create(
            new LineFrame(dialect, [
                new CommandParameter("InternalClientAuthenticationMethod", CommandValue.Text("Negotiate", LiteralForm.Bare))]),
            server.Name, server.Version, "Clients inside may use Kerberos.");
        return Step(StepPhase.Authentication, server.Name, StepShell.ExchangeManagementShell, line.Line,
            "Lets Outlook inside use Kerberos for Outlook Anywhere, which offers NTLM alone by default.",
            "the names above exist, and Outlook inside connects.",
            "Get-OutlookAnywhere shows InternalClientAuthenticationMethod Negotiate; klist on a client shows a ticket for the host.",
            "the same line with -InternalClientAuthenticationMethod Ntlm");
    });

    private RunbookStep Verify(PlannedServer server) => Step(StepPhase.Verify, server.Name, StepShell.ExchangeManagementShell,
        $"{ReaderOf(server, "Get")} {Quote(server.Name)} -IncludeAlternateServiceAccountCredentialStatus | Format-List "
            + "Name,AlternateServiceAccountConfiguration",
        "Shows which account the server uses.", "the steps above are done.",
        $"Latest is {account.Text}, with the day of the new password.", "nothing was changed.");

    private static bool OffersNegotiate(PlannedServer server) => server.Services.Any(a => a.Service == ClientService.OutlookAnywhere
        && a.AdditionalParameters.Any(p => p.Parameter.Equals("InternalClientAuthenticationMethod", StringComparison.OrdinalIgnoreCase)
            && p.Values.Contains("Negotiate", StringComparer.OrdinalIgnoreCase)));

    private static string ReaderOf(PlannedServer server, string verb) =>
        verb + (server.Version.Product >= ExchangeProduct.Exchange2016 ? "-ClientAccessService" : "-ClientAccessServer");

    private string HostOf(PlannedServer server) =>
        ServerFqdn.Of(server.Fqdn, server.Name, input.Plan.ADDomain)?.Value ?? server.Name;

    private string Get() => (account.IsComputer ? "Get-ADComputer " : "Get-ADUser ") + Quote(account.SamName);

    private int EncryptionTypes() => input.Encryption switch
    {
        TicketEncryption.Aes => 24,
        TicketEncryption.AesAndRc4 => 28,
        _ => throw ClosedSet.Outside(input.Encryption),
    };

    private static string Quote(string text) => PowerShellLiteral.Quote(text, LiteralForm.Bare);

    private RunbookStep Step(StepPhase phase, string runOn, StepShell shell, string command, string purpose, string before, string after,
        string undo) => new()
    {
        Phase = phase,
        RunOn = runOn,
        Shell = shell,
        Command = command,
        Purpose = purpose,
        CheckBefore = before,
        CheckAfter = after,
        Undo = undo,
        Evidence = StepEvidence.Documented,
        Source = Source,
        Rule = Rule,
    };
}
