using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>What each command writes for the Exchange Management Shell, checked by Test-ExchangeScript for the version that it was written for.</summary>
public sealed class EmittedByCommandTests : CommandTest
{
    /// <summary>Command, and how it is called with the plan that comes in.</summary>
    private static readonly Dictionary<string, string[]> Calls = new(StringComparer.Ordinal)
    {
        ["Export-VirtualDirectoryScript"] = ["$plan | Export-VirtualDirectoryScript"],
        ["New-SanCertificateRequest"] = ["$plan | New-SanCertificateRequest -Country CH -RequestPath C:\\a.req", "$plan | New-SanCertificateRequest -CertificatePath C:\\a.cer -Complete"],
        ["Export-MailFlowScript"] = ["$plan | Export-MailFlowScript", "$plan | Export-MailFlowScript -Binding 10.0.0.25"],
        ["Export-StateCaptureScript"] = ["Export-StateCaptureScript $version"],
        ["Export-CertificateRenewalScript"] = ["$plan | Export-CertificateRenewalScript -Country CH -OldThumbprint 0123456789ABCDEF0123456789ABCDEF01234567"],
    };

    /// <summary>Scripts and runbooks for other shells, and one whose tests look at each of its files.</summary>
    private static readonly string[] NotForExchange =
        ["Export-AdminTunnelScript", "Export-ClusterRecoveryScript", "Export-DnsScript", "Export-KerberosScript", "Export-LoadBalancerScript",
         "Export-NamespaceMigrationScript"];

    public static TheoryData<string> Versions => new("2007RTM", "2007SP1", "2007SP3", "2010", "2013RTM", "2013", "2016CU22", "2016", "2019CU12", "SERTM");

    [Theory]
    [MemberData(nameof(Versions))]
    public void Nothing_is_found_for_its_own_version(string version)
    {
        foreach (string call in Calls.Where(c => Exported().Contains(c.Key)).SelectMany(c => c.Value))
        {
            string prelude = $"$version = '{version}'; $plan = Get-NamespacePlan EX01 -ExternalHost mail.contoso.com -ADDomain contoso.com -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25 -ExchangeVersion {version} -WarningAction SilentlyContinue;";
            HostRun run = Run(prelude + "$lines = @(" + call + " -WarningAction SilentlyContinue); $lines.Count; $lines | Test-ExchangeScript -ExchangeVersion $version | ForEach-Object { \"$_ <$($_.Extent)>\" }");

            Assert.True(run.Errors.Count == 0, call + ": " + string.Join("\n", run.Errors));
            Assert.True(run.Output.Count == 1 && run.Output[0] is int and > 0, version + " " + call + ":\n" + string.Join("\n", run.Output));
        }
    }

    [Fact]
    public void A_new_command_that_writes_a_script_is_checked_here_too() => Assert.Empty(
        Exported().Where(n => n.StartsWith("Export-", StringComparison.Ordinal) && n.EndsWith("Script", StringComparison.Ordinal)).Except(Calls.Keys).Except(NotForExchange));

    private HashSet<string> Exported() => [.. ((PSModuleInfo)Host.Run("Get-Module ExchangeNamespace").Output.Single()!).ExportedCmdlets.Keys];
}
