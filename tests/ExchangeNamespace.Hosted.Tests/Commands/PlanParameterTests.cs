using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class PlanParameterTests : CommandTest
{
    [Theory]
    [InlineData("Get-NamespacePlan EX1.corp.contoso.com @bare -DnsModel Auto", "Pinpoint")]
    [InlineData("Get-NamespacePlan EX1.corp.contoso.com @bare -DnsModel split", "Split")]
    [InlineData("Get-NamespacePlan EX1.corp.contoso.com @bare -DnsModel @{ 'contoso.com' = 'Separate' }", "Separate")]
    [InlineData("'EX1.corp.contoso.com', [pscustomobject] @{ DnsModel = 'Separate' } | Get-NamespacePlan @bare", "Separate")]
    [InlineData("'EX1.corp.contoso.com', [pscustomobject] @{ DnsModel = @{ 'contoso.com' = 'Split' } } | Get-NamespacePlan @bare", "Split")]
    [InlineData("[pscustomobject] @{ DnsModel = 'Separate' } | Get-NamespacePlan -Server EX1.corp.contoso.com @bare", "Separate")]
    [InlineData("[pscustomobject] @{ DnsModel = [pscustomobject] @{ 'contoso.com' = 'Separate' } } | Get-NamespacePlan -Server EX1.corp.contoso.com @bare", "Separate")]
    [InlineData("[pscustomobject] @{ Name = 'EX1.corp.contoso.com'; DnsModel = 'Separate' }, 'EX2' | Get-NamespacePlan @bare", "Separate")]
    public void The_model_is_one_word_or_a_map_by_parameter_or_by_property(string script, string expected) =>
        Assert.Equal([expected], Lines($"({script}).DnsModel.ToString()"));

    [Fact]
    public void A_map_gives_each_zone_its_model() => Assert.Equal(
        ["contoso.com Split", "fabrikam.com Pinpoint"],
        Lines(
            """
            $plan = Get-NamespacePlan EX1 @bare -SmtpDomain contoso.com, fabrikam.com -DnsModel @{ 'contoso.com' = 'Split'; 'fabrikam.com' = 'Pinpoint' }
            $plan.Zones | % { "$($_.Name) $($_.Model)" }
            """));

    [Fact]
    public void Sites_are_hashtables_with_hosts_scope_and_addresses() => Assert.Equal(
        ["A True mail.contoso.com in.contoso.com in.contoso.com A C", "B False  b.contoso.com scp.contoso.com "],
        Lines(
            """
            $site = @{ Name = 'A'; InternalHost = 'in.contoso.com'; SiteScope = 'A', 'C' },
                [ordered] @{ Name = 'B'; InternetFacing = $false; InternalHost = 'b.contoso.com'; AutodiscoverHost = 'scp.contoso.com' }
            $plan = @{ Name = 'EX1'; Site = 'a' }, @{ Name = 'EX2'; Site = 'B' } | Get-NamespacePlan @given -Site $site
            $plan.Sites | % { "$($_.Name) $($_.InternetFacing) $($_.ExternalHost) $($_.InternalHost) $($_.AutodiscoverHost) $($_.SiteScope)" }
            """));

    [Fact]
    public void An_Autodiscover_host_of_null_clears_the_connection_points_except_where_a_site_names_one() => Assert.Equal(
        [
            "A (clear)", "B https://scp.contoso.com/Autodiscover/Autodiscover.xml", "A (clear)", "B https://b.contoso.com/Autodiscover/Autodiscover.xml",
            "Set-ClientAccessService -Identity EX1 -AutoDiscoverServiceInternalUri $null",
        ],
        Lines(
            """
            function Points($plan) { $plan.Servers | % { "$($_.Site) $(($_.Services | ? Service -eq Autodiscover).Internal)" } }
            $servers = @{ Name = 'EX1'; Site = 'A' }, @{ Name = 'EX2'; Site = 'B' }
            Points (Get-NamespacePlan $servers @given -AutodiscoverHost $null -Site @{ Name = 'A' }, @{ Name = 'B'; AutodiscoverHost = 'scp.contoso.com' } 3>$null)
            $plan = Get-NamespacePlan $servers @given -Site @{ Name = 'A'; AutodiscoverHost = $null }, @{ Name = 'B'; InternalHost = 'b.contoso.com' } 3>$null
            Points $plan
            $plan | Export-VirtualDirectoryScript -Server EX1 -Service Autodiscover
            """));

    [Fact]
    public void A_single_site_needs_no_mention_on_the_servers() =>
        Assert.Equal(["A"], Lines("(Get-NamespacePlan EX1 @given -Site @{ Name = 'A' }).Servers.Site"));

    [Theory]
    [InlineData("@{ OWA = 'owa.contoso.com' }", "OWA: https://owa.contoso.com/owa | https://owa.contoso.com/owa")]
    [InlineData("@{ owa = @{ Internal = 'in.contoso.com'; External = 'out.contoso.com' } }", "OWA: https://in.contoso.com/owa | https://out.contoso.com/owa")]
    [InlineData("@{ OWA = @{ External = 'out.contoso.com' } }", "OWA: https://mail.contoso.com/owa | https://out.contoso.com/owa")]
    [InlineData("@{ OWA = [pscustomobject] @{ External = 'out.contoso.com' } }", "OWA: https://mail.contoso.com/owa | https://out.contoso.com/owa")]
    [InlineData("@{ EAS = 'eas.contoso.com' }", "ActiveSync: https://eas.contoso.com/Microsoft-Server-ActiveSync | https://eas.contoso.com/Microsoft-Server-ActiveSync")]
    public void A_service_may_have_hosts_of_its_own(string hosts, string expected) =>
        Assert.Contains(expected, Lines($"(Get-NamespacePlan EX1 @given -ServiceHost {hosts}).Servers[0].Services | % {{ $_.ToString() }}"));

    [Fact]
    public void A_site_may_have_service_hosts_too() => Assert.Contains(
        "OWA: https://in.contoso.com/owa | https://out.contoso.com/owa",
        Lines("(Get-NamespacePlan EX1 @given -Site @{ Name = 'A'; ServiceHost = @{ OWA = @{ Internal = 'in.contoso.com'; External = 'out.contoso.com' } } }).Servers[0].Services | % { $_.ToString() }"));

    [Theory]
    [InlineData("@{ MAPI = 'Ntlm', 'Negotiate' }", "MAPI", "-IISAuthenticationMethods Ntlm,Negotiate")]
    [InlineData("@{ MAPI = 'Ntlm, Negotiate' }", "MAPI", "-IISAuthenticationMethods Ntlm,Negotiate")]
    [InlineData("@{ OutlookAnywhere = 'basic' }", "OutlookAnywhere", "-ExternalClientAuthenticationMethod Basic")]
    [InlineData("@{ EWS = 'Basic', 'Windows' }", "EWS", "-BasicAuthentication:$true")]
    public void Authentication_reaches_the_line_of_its_service(string methods, string service, string expected) =>
        Assert.Contains(expected, Assert.Single(Lines($"Get-NamespacePlan EX1 @given -Authentication {methods} | Export-VirtualDirectoryScript -Service {service}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-14", "398")]
    [InlineData("2026-03-15", "200")]
    [InlineData("2027-03-15", "100")]
    [InlineData("2029-03-15", "47")]
    public void The_day_chooses_the_certificate_rules(string day, string limit)
    {
        HostRun run = Run($"$p = Get-NamespacePlan EX1 @given -AsOf {day}; $p.AsOf.ToString('yyyy-MM-dd'); ($p.Notes | ? {{ $_.Code -eq 'EXN008' }}).Message");

        Assert.Equal(day, run.Output[0]);
        Assert.Equal(limit, Number((string)run.Output[1]!));
    }

    [Fact]
    public void Without_a_day_it_is_today()
    {
        DateTime before = DateTime.Today;
        object? asOf = Run("(Get-NamespacePlan EX1 @given).AsOf").Output.Single();

        Assert.InRange(Assert.IsType<DateTime>(asOf), before, DateTime.Today);
    }

    [Theory]
    [InlineData("-ServerNameOnCertificate Sideways")]
    [InlineData("-ReverseProxy Sideways")]
    [InlineData("-CertificateAuthority Sideways")]
    [InlineData("-Client Sideways")]
    [InlineData("-AsOf Sideways")]
    [InlineData("-Site Sideways")]
    [InlineData("-ServiceHost Sideways")]
    [InlineData("-Nonsense 1")]
    public void What_PowerShell_cannot_bind_runs_nothing(string parameter)
    {
        HostRun run = Run($"Get-NamespacePlan EX1 @given {parameter}");

        Assert.IsAssignableFrom<ParameterBindingException>(Assert.Single(run.Errors).Exception);
        Assert.Empty(run.Output);
    }

    private static string Number(string message)
    {
        int at = message.IndexOf("at most ", StringComparison.Ordinal) + "at most ".Length;
        return new string([.. message.Skip(at).TakeWhile(char.IsDigit)]);
    }
}
