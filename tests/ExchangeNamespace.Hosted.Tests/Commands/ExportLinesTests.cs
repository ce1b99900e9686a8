using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ExportLinesTests : CommandTest
{
    private const string Mixed =
        """
        $mixed = @{ Name = 'OLD1'; Version = '2007SP3' }, @{ Name = 'OLD2.corp.contoso.com'; Version = '2010' }, @{ Name = 'EX1'; Version = '2016' }, @{ Name = 'EX2'; Version = 'SE' } |
            Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -LegacyHost legacy.contoso.com -WarningAction SilentlyContinue

        """;

    [Fact]
    public void The_articles_example_gives_its_six_lines_to_the_byte_and_the_one_for_OWA()
    {
        IReadOnlyList<string> lines = Lines("Get-NamespacePlan -Server CASServer -ExternalHost webmail.shudnow.net -ADDomain shudnow.local -ExchangeVersion 2007SP1 -WarningAction SilentlyContinue | Export-VirtualDirectoryScript");

        Assert.Equal(
            [
                "Set-ClientAccessServer -Identity CASServer -AutoDiscoverServiceInternalUri https://webmail.shudnow.local/Autodiscover/Autodiscover.xml",
                "Set-WebServicesVirtualDirectory -Identity \"CASServer\\EWS (Default Web Site)\" -InternalURL https://webmail.shudnow.local/EWS/Exchange.asmx -ExternalURL https://webmail.shudnow.net/EWS/Exchange.asmx -BasicAuthentication:$true",
                "Set-OABVirtualDirectory -Identity \"CASServer\\OAB (Default Web Site)\" -InternalURL https://webmail.shudnow.local/OAB -ExternalURL https://webmail.shudnow.net/OAB -RequireSSL:$true",
                "Enable-OutlookAnywhere -Server CASServer -ExternalHostname \"webmail.shudnow.net\" -ClientAuthenticationMethod \"Basic\" -SSLOffloading:$False",
                "Set-ActiveSyncVirtualDirectory -Identity \"CASServer\\Microsoft-Server-ActiveSync (Default Web Site)\" -ExternalURL https://webmail.shudnow.net/Microsoft-Server-ActiveSync",
                "Set-UMVirtualDirectory -Identity \"CASServer\\UnifiedMessaging (Default Web Site)\" -InternalURL https://webmail.shudnow.local/UnifiedMessaging/Service.asmx -ExternalURL https://webmail.shudnow.net/UnifiedMessaging/Service.asmx -BasicAuthentication:$true",
                "Set-OwaVirtualDirectory -Identity \"CASServer\\owa (Default Web Site)\" -InternalURL https://webmail.shudnow.local/owa -ExternalURL https://webmail.shudnow.net/owa",
            ],
            lines);
    }

    [Fact]
    public void The_lines_of_one_plan_are_out_before_the_next_is_asked_for() => Assert.Equal(
        ["ask", "line", "ask", "line"],
        Lines(
            """
            $one = Get-NamespacePlan EX1 @given
            $log = [System.Collections.ArrayList]::new()
            & { foreach ($i in 1, 2) { [void] $log.Add('ask'); $one } } | Export-VirtualDirectoryScript -Service OWA | % { [void] $log.Add('line') }
            $log
            """));

    [Fact]
    public void The_first_line_costs_no_other_line()
    {
        HostRun run = Run(
            """
            $names = foreach ($i in 1..2000) { 'EX' + $i }
            $plan = $names | Get-NamespacePlan @given
            function Measure-Allocation([scriptblock] $Work) { $before = [GC]::GetAllocatedBytesForCurrentThread(); & $Work; [GC]::GetAllocatedBytesForCurrentThread() - $before }
            $first = { do { $plan | Export-VirtualDirectoryScript | % { break } } while ($false) }
            $all = { foreach ($line in $plan | Export-VirtualDirectoryScript) { } }
            & $first; & $all
            Measure-Allocation $first
            Measure-Allocation $all
            """);

        Assert.Empty(run.Errors);
        long[] bytes = [.. run.Output.Cast<long>()];
        Assert.InRange(bytes[0], 1, bytes[1] / 10);
    }

    [Theory]
    [InlineData("OWA, ECP", "Set-OwaVirtualDirectory Set-EcpVirtualDirectory")]
    [InlineData("'ecp', 'owa', 'OWA'", "Set-OwaVirtualDirectory Set-EcpVirtualDirectory")]
    [InlineData("SCP", "Set-ClientAccessService")]
    [InlineData("EAS", "Set-ActiveSyncVirtualDirectory")]
    public void Services_are_chosen_by_name_or_alias(string services, string expected) =>
        Assert.Equal(expected, string.Join(' ', Lines($"Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript -Service {services}").Select(l => l.Split(' ')[0])));

    [Fact]
    public void An_unknown_service_is_refused_with_the_known_ones()
    {
        HostRun run = Run("Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript -Service OWA, Calendar");

        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "ValueNotListed", ErrorCategory.InvalidArgument);
        Assert.Equal("Calendar", error.TargetObject);
        Assert.Contains("ActiveSync", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_service_that_the_version_lacks_is_a_warning()
    {
        HostRun run = Run(Mixed + "$mixed | Export-VirtualDirectoryScript -Service MAPI, OWA -Server OLD1");

        Assert.Contains("MAPI", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("Set-OwaVirtualDirectory -Identity \"OLD1\\", (string)run.Output.Single()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EX2", "EX2")]
    [InlineData("ex2", "EX2")]
    [InlineData("EX2, EX1", "EX1 EX2")]
    [InlineData("OLD2", "OLD2")]
    [InlineData("old2.corp.contoso.com", "OLD2")]
    public void Servers_are_chosen_by_short_or_full_name(string servers, string expected) =>
        Assert.Equal(expected, string.Join(' ', Lines(Mixed + $"$mixed | Export-VirtualDirectoryScript -Service OWA -Server {servers} | % {{ $_.Split('\"')[1].Split('\\')[0] }}")));

    [Fact]
    public void An_unknown_server_is_refused()
    {
        HostRun run = Run(Mixed + "$mixed | Export-VirtualDirectoryScript -Server EX9");

        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "ServerNotInPlan", ErrorCategory.ObjectNotFound);
        Assert.Equal("EX9", error.TargetObject);
        Assert.Contains("Near it: EX1", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Lines_for_several_shells_are_refused_and_the_ways_out_named()
    {
        HostRun run = Run(Mixed + "$mixed | Export-VirtualDirectoryScript");

        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "MixedShells", ErrorCategory.InvalidOperation);
        Assert.Equal("ExchangeNamespace.Model.NamespacePlan", error.TargetObject?.GetType().FullName);
        foreach (string part in new[] { "Exchange 2007", "Exchange 2010", "Exchange 2016, 2019 and SE", "-ExchangeVersion", "-Path" })
        {
            Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("2007", "OLD1")]
    [InlineData("2007SP3", "OLD1")]
    [InlineData("2010", "OLD2")]
    [InlineData("2016", "EX1 EX2")]
    [InlineData("2019CU12", "EX1 EX2")]
    [InlineData("SE", "EX1 EX2")]
    public void A_version_chooses_the_servers_of_its_shell(string version, string expected) =>
        Assert.Equal(expected, string.Join(' ', Lines(Mixed + $"$mixed | Export-VirtualDirectoryScript -Service OWA -ExchangeVersion {version} | % {{ $_.Split('\"')[1].Split('\\')[0] }}")));

    [Fact]
    public void A_version_whose_shell_no_server_has_is_said()
    {
        HostRun run = Run(Mixed + "$mixed | Export-VirtualDirectoryScript -ExchangeVersion 2013");

        Assert.Contains("Exchange 2013", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void An_unknown_version_is_refused()
    {
        HostRun run = Run(Mixed + "$mixed | Export-VirtualDirectoryScript -ExchangeVersion 2003");

        Assert.Equal("2003", Fault(run, "ExportVirtualDirectoryScriptCommand", "VersionUnknown", ErrorCategory.InvalidArgument).TargetObject);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Command_objects_may_be_of_several_shells_and_say_what_they_are()
    {
        IReadOnlyList<string> commands = Lines(
            Mixed +
            """
            $mixed | Export-VirtualDirectoryScript -AsCommand -Service Autodiscover |
                % { "$($_.Phase)|$($_.Target)|$($_.Version)|$($_.Service)|$($_.Name)|$($_.Parameters[0].Name)=$($_.Parameters[0].Value)|$($_.Parameters.Count)|$($_.Reason.Length -gt 0)|$($_.Line -eq $_.ToString())" }
            """);

        Assert.Equal(
            [
                "ServiceConnectionPoint|OLD1|2007SP3|Autodiscover|Set-ClientAccessServer|Identity=OLD1|2|True|True",
                "ServiceConnectionPoint|OLD2|2010|Autodiscover|Set-ClientAccessServer|Identity=OLD2|2|True|True",
                "ServiceConnectionPoint|EX1|2016|Autodiscover|Set-ClientAccessService|Identity=EX1|2|True|True",
                "ServiceConnectionPoint|EX2|SE|Autodiscover|Set-ClientAccessService|Identity=EX2|2|True|True",
            ],
            commands);
    }

    [Fact]
    public void Command_objects_have_the_text_of_the_lines() => Assert.Equal(
        ["True"],
        Lines("$p = Get-NamespacePlan EX1, EX2 @given; \"$((($p | Export-VirtualDirectoryScript) -join '|') -ceq (($p | Export-VirtualDirectoryScript -AsCommand) -join '|'))\""));

    [Fact]
    public void A_rehearsal_adds_WhatIf_to_the_end_of_each_line() => Assert.Equal(
        ["True"],
        Lines("$p = Get-NamespacePlan EX1 @given; \"$(((($p | Export-VirtualDirectoryScript | % { $_ + ' -WhatIf' })) -join '|') -ceq (($p | Export-VirtualDirectoryScript -Rehearse) -join '|'))\""));

    [Fact]
    public void What_cannot_be_rehearsed_is_not_emitted()
    {
        HostRun run = Run(
            """
            @{ Name = 'RTM1'; Version = '2007RTM' }, @{ Name = 'SP1'; Version = '2007SP1' } | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue |
                Export-VirtualDirectoryScript -Rehearse -Service OWA
            """);

        ErrorRecord error = Fault(run, "ExportVirtualDirectoryScriptCommand", "RehearseNotInVersion", ErrorCategory.NotImplemented);
        Assert.Equal("RTM1", error.TargetObject);
        Assert.Contains("-Rehearse", error.ToString(), StringComparison.Ordinal);
        string line = Assert.IsType<string>(Assert.Single(run.Output));
        Assert.StartsWith("Set-OwaVirtualDirectory -Identity \"SP1\\", line, StringComparison.Ordinal);
        Assert.EndsWith(" -WhatIf", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$null | Export-VirtualDirectoryScript")]
    [InlineData("'text' | Export-VirtualDirectoryScript")]
    [InlineData("Export-VirtualDirectoryScript -Plan 'text'")]
    public void What_is_no_plan_is_not_bound(string script)
    {
        HostRun run = Run(script);

        Assert.IsAssignableFrom<ParameterBindingException>(Assert.Single(run.Errors).Exception);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Without_a_plan_nothing_happens()
    {
        HostRun run = Run("@() | Export-VirtualDirectoryScript");

        Assert.Empty(run.Records);
    }

    [Fact]
    public void A_stop_ends_the_lines()
    {
        int lines = 0;
        HostRun run = Run(
            "$names = foreach ($i in 1..500) { 'EX' + $i }; $plan = $names | Get-NamespacePlan @given; while ($true) { $plan | Export-VirtualDirectoryScript }",
            record =>
            {
                lines += record.Stream == HostStream.Output ? 1 : 0;
                if (lines == 10)
                {
                    Host.Stop();
                }
            });

        Assert.True(run.WasStopped);
        Assert.Empty(run.Errors);
    }
}
