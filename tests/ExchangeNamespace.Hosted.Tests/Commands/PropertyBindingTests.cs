using System;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Rows of a CSV file bind by the names of their columns, and a piped plan is still taken as the plan.</summary>
public sealed class PropertyBindingTests : CommandTest
{
    [Fact]
    public void Rows_make_spf_records() => Assert.Equal(
        ["contoso.com: v=spf1 ip4:192.0.2.10 include:spf.mailer.example -all", "fabrikam.com: v=spf1 ip4:192.0.2.11 -all"],
        Lines(
            """
            [pscustomobject]@{ Domain = 'contoso.com'; IPAddress = '192.0.2.10'; Include = 'spf.mailer.example' },
            [pscustomobject]@{ Domain = 'fabrikam.com'; IPAddress = '192.0.2.11' } |
                New-SpfRecord -WarningAction Ignore -InformationAction Ignore | ForEach-Object { "$($_.Domain): $_" }
            """));

    [Fact]
    public void A_piped_plan_makes_spf_records() => Assert.Equal(
        ["contoso.com"],
        Lines("Get-NamespacePlan EX01 @given -SmtpDomain contoso.com -MailHost smtp.contoso.com | New-SpfRecord -IPAddress 192.0.2.10 "
            + "-WarningAction Ignore -InformationAction Ignore | ForEach-Object { \"$($_.Domain)\" } | Where-Object { $_ -eq 'contoso.com' }"));

    /// <summary>What is refused of a row names the parameter that its column is for, so the column has been bound.</summary>
    [Theory]
    [InlineData("Domain = 'contoso.com'; SendingIPAddress = 'x'", "SendingIPAddress", "x")]
    [InlineData("Domain = 'contoso.com'; SendingHost = 'a b'", "SendingHost", "a b")]
    [InlineData("Domain = 'a b'; SendingIPAddress = '192.0.2.1'", "Domain", "a b")]
    public void Rows_reach_the_mail_chain(string row, string parameter, string value)
    {
        HostRun run = Run($"[pscustomobject]@{{ {row} }} | Test-MailIdentity -DnsServer 127.0.0.1:9");

        Assert.Equal(value, Assert.Single(run.Errors).TargetObject);
        Assert.Contains(parameter, run.Errors[0].ToString(), StringComparison.Ordinal);
    }
}
