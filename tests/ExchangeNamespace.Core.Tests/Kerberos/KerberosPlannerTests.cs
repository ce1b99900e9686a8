using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Cluster;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Kerberos;

/// <summary>
/// The steps of the alternate service account. Sources: MicrosoftDocs/OfficeDocs-Exchange, Kerberos authentication for load-balanced client
/// access services (2013 on: http names of every host inside, one computer account, the script of the password, setspn -S); Microsoft's
/// support article on a client access array of 2010 (its services, and the names of RPC).
/// </summary>
public class KerberosPlannerTests
{
    private const string Asa = @"CONTOSO\EXCHASA$";
    private const string Old = @"CONTOSO\EXCH2010ASA$";

    [Theory]
    [InlineData("2013")]
    [InlineData("2016")]
    [InlineData("2019")]
    [InlineData("SE")]
    public void One_host_inside_has_one_name_beside_autodiscover(string version) =>
        Assert.Equal(["http/autodiscover.contoso.com", "http/mail.contoso.com"], Names(Plan("EX01 EX02", version), Asa));

    [Fact]
    public void Every_host_inside_has_a_name_and_no_host_outside() => Assert.Equal(
        ["http/autodiscover.corp.contoso.com", "http/mail.corp.contoso.com", "http/oa.corp.contoso.com"],
        Names(Plan("EX01 EX02", "2019", ("InternalHost", "mail.corp.contoso.com"), ("AutodiscoverHost", "autodiscover.corp.contoso.com"),
            ("DnsModel", "Separate"), ("ServiceHost", Plans.Members(("OutlookAnywhere", Plans.Members(("Internal", "oa.corp.contoso.com")))))), Asa));

    [Fact]
    public void Names_of_servers_are_on_their_own_accounts()
    {
        NamespacePlan plan = Plan("EX01", "2019", ("InternalHost", "ex01.corp.contoso.com"), ("DnsModel", "Separate"), ("SmtpDomain", Array.Empty<string>()));
        Runbook runbook = Make(plan, Asa);

        Assert.Empty(runbook.Steps);
        Assert.Equal([KerberosFindingCodes.NothingShared], runbook.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Servers_of_2010_have_names_of_their_services_and_of_the_array() => Assert.Equal(
        ["exchangeAB/outlook.corp.contoso.com", "exchangeMDB/outlook.corp.contoso.com", "exchangeRFR/outlook.corp.contoso.com", "http/autodiscover.contoso.com",
         "http/mail.contoso.com"],
        Names(Plan("EX01 EX02", "2010"), null, Old, "outlook.corp.contoso.com"));

    [Fact]
    public void A_host_of_two_generations_is_on_the_account_of_the_later_one()
    {
        NamespacePlan plan = Two();
        Runbook runbook = Make(plan, Asa, Old);

        Assert.DoesNotContain(runbook.Steps, s => s.Command.Contains("EXCH2010ASA", StringComparison.Ordinal) && s.Phase == StepPhase.PrincipalName);
        Assert.Contains(runbook.Findings, f => f is { Code: KerberosFindingCodes.HostOfTwoAccounts, Severity: FindingSeverity.Warning });
    }

    [Theory]
    [InlineData("2010", "Get-ClientAccessServer EX01 -IncludeAlternateServiceAccountCredentialStatus", false)]
    [InlineData("2013", "Get-ClientAccessServer EX01 -IncludeAlternateServiceAccountCredentialStatus", true)]
    [InlineData("2016", "Get-ClientAccessService EX01 -IncludeAlternateServiceAccountCredentialStatus", true)]
    [InlineData("SE", "Get-ClientAccessService EX01 -IncludeAlternateServiceAccountCredentialStatus", true)]
    public void Lines_are_those_of_the_version(string version, string reader, bool negotiate)
    {
        bool isLegacy = version == "2010";
        Runbook runbook = Make(Plan("EX01", version), isLegacy ? null : Asa, isLegacy ? Old : null);

        Assert.Contains(runbook.Steps, s => s.Command.StartsWith(reader, StringComparison.Ordinal));
        Assert.Equal(negotiate, runbook.Steps.Any(s => s.Command == "Set-OutlookAnywhere -Identity \"EX01\\Rpc (Default Web Site)\" -InternalClientAuthenticationMethod Negotiate"));
    }

    [Fact]
    public void The_password_comes_before_the_names_and_after_the_kinds_of_keys()
    {
        Runbook runbook = Make(Plan("EX01 EX02", "SE"), Asa);

        Assert.Equal(
            [
                "New-ADComputer -Name EXCHASA -SamAccountName 'EXCHASA$' -AccountPassword (Read-Host -AsSecureString) -Enabled:$true",
                "Set-ADComputer -Identity 'EXCHASA$' -Replace @{'msDS-SupportedEncryptionTypes'=24}",
                @".\RollAlternateServiceAccountPassword.ps1 -ToSpecificServer ex01.corp.contoso.com -GenerateNewPasswordFor 'CONTOSO\EXCHASA$'",
                @".\RollAlternateServiceAccountPassword.ps1 -ToSpecificServer ex02.corp.contoso.com -CopyFrom ex01.corp.contoso.com",
                @"setspn -S http/mail.contoso.com CONTOSO\EXCHASA$",
                @"setspn -S http/autodiscover.contoso.com CONTOSO\EXCHASA$",
            ],
            runbook.Steps.Take(6).Select(s => s.Command));
        Assert.Equal(Enumerable.Range(1, runbook.Steps.Count), runbook.Steps.Select(s => s.Number));
    }

    [Theory]
    [InlineData(TicketEncryption.Aes, "=24}", 0)]
    [InlineData(TicketEncryption.AesAndRc4, "=28}", 1)]
    public void Kinds_of_keys_are_numbers_of_the_directory(TicketEncryption encryption, string number, int warnings)
    {
        List<InputFault> faults = [];
        Runbook runbook = KerberosPlanner.Plan(new KerberosInput { Plan = Plan("EX01", "SE"), AccountName = Asa, Encryption = encryption }, faults)!;

        Assert.EndsWith(number, runbook.Steps[1].Command, StringComparison.Ordinal);
        Assert.Equal(warnings, runbook.Findings.Count(f => f.Code == KerberosFindingCodes.WeakEncryption));
    }

    [Fact]
    public void A_user_account_is_made_as_one() => Assert.StartsWith("New-ADUser -Name exchasa ", Make(Plan("EX01", "SE"), @"CONTOSO\exchasa").Steps[0].Command, StringComparison.Ordinal);

    [Fact]
    public void Hosts_that_the_plan_leaves_alone_are_told()
    {
        Runbook runbook = Make(Plan("EX01", "SE", ("KeepInternalUrl", true)), Asa);

        Assert.Contains(runbook.Findings, f => f.Code == KerberosFindingCodes.HostsNotPlanned && f.Servers.SequenceEqual(["EX01"]));
    }

    [Theory]
    [InlineData("SE", null, null, null, FaultIds.MemberMissing)]
    [InlineData("2010", null, null, null, FaultIds.MemberMissing)]
    [InlineData("SE", Asa, Old, null, FaultIds.InputContradiction)]
    [InlineData("SE", Asa, null, "outlook.contoso.com", FaultIds.InputContradiction)]
    [InlineData("2010", null, Old, "outlook", FaultIds.NameSingleLabel)]
    [InlineData("SE", "EXCHASA$", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"CONTOSO\EXCH ASA$$", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"CONTOSO\a'; Remove-Item x #", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", "CONTOSO\\a\r\nb", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"CONTOSO\%PATH%", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"CONTOSO\a!b$", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"CONTOSO\a`b$", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"-D\EXCHASA$", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", @"A\B\C$", null, null, FaultIds.NameBadCharacter)]
    [InlineData("SE", "", null, null, FaultIds.NameBadCharacter)]
    public void What_cannot_be_used_is_refused(string version, string? account, string? legacy, string? array, string id)
    {
        List<InputFault> faults = [];
        Assert.Null(KerberosPlanner.Plan(
            new KerberosInput { Plan = Plan("EX01", version), AccountName = account, LegacyAccountName = legacy, ClientAccessArray = array is null ? null : [array] }, faults));
        Assert.Equal(id, Assert.Single(faults).Id);
    }

    [Fact]
    public void Two_generations_do_not_share_an_account()
    {
        List<InputFault> faults = [];
        NamespacePlan plan = Two();

        Assert.Null(KerberosPlanner.Plan(new KerberosInput { Plan = plan, AccountName = Asa, LegacyAccountName = Asa.ToLowerInvariant() }, faults));
        Assert.Contains("cannot share", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    private static string[] Names(NamespacePlan plan, string? account, string? legacy = null, params string[] arrays)
    {
        List<InputFault> faults = [];
        IReadOnlyList<PrincipalName> names = KerberosPlanner.Names(
            new KerberosInput { Plan = plan, AccountName = account, LegacyAccountName = legacy, ClientAccessArray = arrays.Length == 0 ? null : arrays }, faults);
        Assert.Empty(faults);
        return [.. names.Select(n => n.Name).Order(StringComparer.Ordinal)];
    }

    private static Runbook Make(NamespacePlan plan, string? account, string? legacy = null)
    {
        List<InputFault> faults = [];
        Runbook? runbook = KerberosPlanner.Plan(new KerberosInput { Plan = plan, AccountName = account, LegacyAccountName = legacy }, faults);
        Assert.Equal([], faults.Select(f => f.Message));
        return runbook!;
    }

    private static NamespacePlan Two() => Plans.Make(
        new object[] { Plans.Members(("Name", "EX10"), ("Version", "2010")), Plans.Members(("Name", "EX19"), ("Version", "2019")) },
        [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split")]);

    private static NamespacePlan Plan(string servers, string version, params (string, object?)[] members) => Plans.Make(
        servers.Split(' '), [("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.contoso.com"), ("ExchangeVersion", version), .. members.Any(m => m.Item1 == "DnsModel") ? [] : new (string, object?)[] { ("DnsModel", "Pinpoint") }, .. members]);
}
