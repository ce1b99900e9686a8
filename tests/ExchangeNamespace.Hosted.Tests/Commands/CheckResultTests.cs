using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Each check writes results that begin alike, and with -Quiet one Boolean for the whole call.</summary>
public sealed class CheckResultTests : CommandTest
{
    private const string Contract = "ExchangeNamespace.Diagnostics.ICheckResult";

    /// <summary>What a check writes that is no result: the answer, a script with its faults corrected, the models of zones.</summary>
    private static readonly string[] NoResults = ["System.Boolean", "System.String", "ExchangeNamespace.SplitDns.SplitDnsModel",
        "ExchangeNamespace.Comparison.Effects.PlanChange"];

    private static readonly string[] Leading = ["Subject", "Outcome", "Message", "Remedy", "Rule"];

    private const string Given =
        """
        $plan = Get-NamespacePlan EX01 @given
        $state = @([pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\owa (Default Web Site)'; Server = 'EX01'
            Name = 'owa (Default Web Site)'; InternalUrl = 'https://mail.contoso.com/owa'; ExternalUrl = 'https://mail.contoso.com/owa' })
        $dns = @{ Timeout = 0.05; Retry = 0 }

        """;

    /// <summary>A migration without a step.</summary>
    private const string Migration =
        """
        $migration = [Activator]::CreateInstance([ExchangeNamespace.Migration.NamespaceMigration], $true)
        $migration.Present = $plan
        $migration.Plans = [ExchangeNamespace.Model.NamespacePlan[]]@($plan)
        $migration.Steps = [ExchangeNamespace.Migration.MigrationStep[]]@()
        $migration.Findings = [ExchangeNamespace.Diagnostics.Finding[]]@();
        """;

    /// <summary>One call for each outcome: what is right, what is not, what could not be told, what was refused.</summary>
    public static TheoryData<string, bool, int> Calls => new()
    {
        { "$plan | Compare-NamespacePlan -State $state -Quiet", false, 0 },
        { "Compare-NamespacePlan $plan 7 -Quiet", false, 1 },
        { "'Get-OwaVirtualDirectory' | Test-ExchangeScript -ExchangeVersion SE -Quiet", true, 0 },
        { "'Get-OwaVirtualDirectory', 'Set-OwaVirtualDirectory -Nothing 1' | Test-ExchangeScript -ExchangeVersion SE -Quiet", false, 0 },
        { "'Get-OwaVirtualDirectory' | Test-ExchangeScript -ExchangeVersion 1998 -Quiet", false, 1 },
        { "'Get-OwaVirtualDirectory' | Test-ExchangeScript -ExchangeVersion SE -Fix -Quiet", false, 1 },
        { "Test-ExchangeScript no-such-file.ps1 SE -Quiet", false, 1 },
        { "Test-SpfSender 192.0.2.1, 192.0.2.2 bob@contoso.com -Record 'v=spf1 ip4:192.0.2.0/24 -all' -Quiet", true, 0 },
        { "Test-SpfSender 192.0.2.1, 203.0.113.1 bob@contoso.com -Record 'v=spf1 ip4:192.0.2.0/24 -all' -Quiet", false, 0 },
        { "Test-SpfSender 192.0.2.1, none bob@contoso.com -Record 'v=spf1 ip4:192.0.2.0/24 -all' -Quiet", false, 1 },
        { "Test-SpfSender 192.0.2.1 bob@contoso.com -DnsServer 127.0.0.1:9 @dns -Quiet", false, 0 },
        { "Test-MailIdentity contoso.com -DnsServer 127.0.0.1:9 @dns -SmtpTimeout 0.1 -Quiet", false, 0 },
        { "Test-MailIdentity 'bad name' -DnsServer 127.0.0.1:9 @dns -Quiet", false, 1 },
        { "@() | Test-MailIdentity -DnsServer 127.0.0.1:9 @dns -Quiet", false, 0 },
        { "'mail.contoso.com', 'owa.contoso.com' | Test-SplitDns -InternalServer 127.0.0.1:9 -ExternalServer 127.0.0.1:9 @dns -Quiet", false, 0 },
        { "Test-SplitDns 'bad name' -InternalServer 127.0.0.1:9 -ExternalServer 127.0.0.1:9 @dns -Quiet", false, 1 },
        { "Test-SplitDns mail.contoso.com -InternalServer 127.0.0.1:9 -ExternalServer 127.0.0.1:9 @dns -AsModel -Quiet", false, 1 },
        { "$plan | Test-Namespace -AsOf 2026-06-01 -Quiet", true, 0 },
        { "$plan | Test-Namespace -ExternalServer 127.0.0.1:9 -InternalServer 127.0.0.1:9 -Timeout 0.05 -Quiet", false, 0 },
        { "$plan | Test-Namespace -State $state -AsOf 2026-06-01 -Quiet", false, 0 },
        { "$plan | Test-Namespace -InternalServer 127.0.0.1:9 -Quiet", false, 1 },
        { "$plan | Test-Namespace -As Nagios -Quiet", false, 1 },
        { "Test-Namespace -Quiet", false, 1 },
        { "Test-NamespaceCertificate -Endpoint 127.0.0.1:9 -HostName mail.contoso.com -Timeout 1 -Quiet", false, 0 },
        { "$plan | Test-NamespaceCertificate -HttpsPort 9 -DnsServer 127.0.0.1:9 -Timeout 0.5 -Quiet", false, 0 },
        { "$plan | Test-NamespaceCertificate -HttpsPort 9 -DnsServer 127.0.0.1:9 -Timeout 0.5 -As Nagios -Quiet", false, 1 },
        { Migration + "$migration | Test-NamespaceMigration -Quiet", true, 0 },
        { Migration + "$plan | Test-NamespaceMigration -Quiet", false, 1 },
        { "$plan | Test-ExtendedProtection -Quiet -ServerFact @{ Server = 'EX01'; Build = '15.2.1544.9'; SslOffloading = $false; TlsVersion = '1.2'; LmCompatibilityLevel = 5; SuppressExtendedProtection = 0 }", true, 0 },
        { "Test-ExtendedProtection $plan $state -Quiet", false, 0 },
        { "Test-ExtendedProtection $plan -IisConfiguration EX01=no-such-file.config -Quiet", false, 1 },
        { "Test-ExtendedProtection -Quiet", false, 1 },
        { "Test-KerberosSpn $plan 'CONTOSO\\EXCHASA$' -Quiet -InputObject $null", false, 0 },
        { "Test-KerberosSpn $plan EXCHASA -Quiet -InputObject 'x'", false, 1 },
        { "$plan | Test-NamespaceService -DnsServer 127.0.0.1:9 -Timeout 0.1 -Quiet", false, 0 },
        { "$plan | Test-NamespaceService -Service PowerShell -Quiet", false, 1 },
        { "$plan | Test-NamespaceService -As Nagios -Quiet", false, 1 },
        { "Test-NamespaceCertificate no-such-file.pem -HostName mail.contoso.com -Quiet", false, 1 },
    };

    [Fact]
    public void Each_result_of_a_check_begins_with_the_same_five_properties()
    {
        Type prediction = Assert.Single(Run("(Get-Command Get-StartTlsCertificate).ImplementingType").Output.Cast<Type>());
        Type[] results = [.. Checks().Append(prediction).SelectMany(Results)];

        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.Contains(Contract, r.GetInterfaces().Select(i => i.FullName)));
        Assert.All(results, r => Assert.Equal((r.Name, string.Join(' ', Leading)), (r.Name, string.Join(' ', Names(r).Take(Leading.Length)))));
    }

    [Fact]
    public void Each_check_has_Quiet_and_says_that_it_writes_a_Boolean()
    {
        Assert.All(Checks(), c => Assert.Equal((c.Name, typeof(SwitchParameter)), (c.Name, c.GetProperty("Quiet")?.PropertyType)));
        Assert.All(Checks(), c => Assert.Contains("ExchangeNamespace.Cmdlets.ICheckCommand", c.GetInterfaces().Select(i => i.FullName)));
        Assert.All(Checks(), c => Assert.Contains("System.Boolean", Outputs(c).Select(t => t.FullName)));
    }

    [Fact]
    public void Each_check_is_called_here() => Assert.All(
        Checks().Select(Name), name => Assert.Contains(Calls, c => c.Data.Item1.Contains(name, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Quiet_writes_one_Boolean_and_no_finding(string call, bool answer, int errors)
    {
        HostRun run = Run(Given + call);

        Assert.Equal([answer], run.Output);
        Assert.Empty(run.Warnings);
        Assert.Equal(errors, run.Errors.Count);
    }

    [Fact]
    public void Results_without_a_finding_that_matters_passed_and_have_nothing_to_do() => Assert.Equal(
        ["192.0.2.1 for contoso.com|Passed||", "203.0.113.1 for contoso.com|Failed|True|S51"],
        Lines("Test-SpfSender 192.0.2.1, 203.0.113.1 bob@contoso.com -Record 'v=spf1 ip4:192.0.2.0/24 -all' | "
            + "% { \"$($_.Subject)|$($_.Outcome)|$(if ($_.Remedy) { $true })|$($_.Rule)\" }"));

    private Type[] Checks() => [.. Run("(Get-Command -Module ExchangeNamespace -Verb Test, Compare).ImplementingType").Output.Cast<Type>()];

    private static IEnumerable<Type> Outputs(Type command) =>
        command.GetCustomAttributes<OutputTypeAttribute>().SelectMany(o => o.Type).Select(t => t.Type);

    private static IEnumerable<Type> Results(Type command) => Outputs(command).Where(t => !NoResults.Contains(t.FullName));

    /// <summary>In the order in which PowerShell lists them.</summary>
    private static IEnumerable<string> Names(Type type) =>
        PSObject.AsPSObject(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Properties.Select(p => p.Name);

    private static string Name(Type command)
    {
        CmdletAttribute name = command.GetCustomAttribute<CmdletAttribute>()!;
        return name.VerbName + "-" + name.NounName;
    }
}
