using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class MigrationCommandTests : CommandTest
{
    private const string Plans =
        """
        $WarningPreference = 'SilentlyContinue'
        $with = @{ ExternalHost = 'mail.contoso.com'; ADDomain = 'contoso.com'; DnsModel = 'Pinpoint' }
        $old = Get-NamespacePlan OLD1 @with -ExchangeVersion 2016CU23
        $new = Get-NamespacePlan NEW1 @with -ExchangeVersion SE

        """;

    [Fact]
    public void A_plan_comes_from_the_pipeline_and_the_steps_are_in_order()
    {
        IReadOnlyList<string> lines = Lines(Plans + "$m = $old | New-NamespaceMigration -Target $new; \"$m\"; \"$($m.Steps[0])\"; $m.Steps.Number -join ','");

        Assert.Equal($"mail.contoso.com: 1 hop(s), {lines[2].Split(',').Length} step(s)", lines[0]);
        Assert.StartsWith("1. Capture the settings", lines[1], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, lines[2].Split(',').Length).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), lines[2].Split(','));
    }

    [Theory]
    [InlineData("$present = Get-NamespacePlan OLD9 @with -ExchangeVersion 2010SP3; New-NamespaceMigration $present $new", "MigrationPathUnsupported", "2010 -> 2016 -> SE")]
    [InlineData("$present = Get-NamespacePlan OLD9 @with -ExchangeVersion 2013CU23; New-NamespaceMigration $present $new", "MigrationPathUnsupported", "2013 -> 2019CU14 -> SE in place")]
    [InlineData("$present = Get-NamespacePlan NEW1 @with -ExchangeVersion 2016CU23; New-NamespaceMigration $present $new", "MigrationServerNameReused", "name of its own")]
    [InlineData("New-NamespaceMigration $new (Get-NamespacePlan NEW1 @with -ExchangeVersion 2019CU15)", "MigrationServerOlder", "older")]
    [InlineData("New-NamespaceMigration $new $new", "MigrationNothingToDo", "no server comes")]
    [InlineData("New-NamespaceMigration $old $new -TimeToLive 8.00:00:00", "ValueOutOfRange", "1:00:00")]
    public void What_is_not_possible_is_an_error_that_says_what_is(string script, string id, string text)
    {
        HostRun run = Host.Run(Plans + script);

        Assert.Empty(run.Output);
        Assert.Equal(id + ",ExchangeNamespace.Cmdlets.NewNamespaceMigrationCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Contains(text, run.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_to_live_is_seconds_or_a_time()
    {
        IReadOnlyList<string> lines = Lines(Plans
            + "3600, '3600', '1:00:00', [timespan]'1:00:00' | % { (New-NamespaceMigration $old $new -TimeToLive $_).Steps.Wait.Duration -join ' ' }");

        Assert.Equal(4, lines.Count);
        Assert.Single(lines.Distinct());
    }

    [Fact]
    public void A_plan_in_between_makes_two_hops()
    {
        IReadOnlyList<string> lines = Lines(Plans + "$first = Get-NamespacePlan OLD9 @with -ExchangeVersion 2010SP3; (New-NamespaceMigration $first $new -Via $old).Steps.Hop -join ''");

        Assert.Matches("^1+2+$", Assert.Single(lines));
    }

    [Fact]
    public void Captured_settings_beside_a_plan_are_kept_with_it()
    {
        IReadOnlyList<string> lines = Lines(Plans +
            """
            $state = [pscustomobject]@{ CapturedBy = 'Get-ExchangeServer'; Name = 'OLD1'; ServerRole = 'Mailbox'; AdminDisplayVersion = 'Version 15.1 (Build 2507.6)' } | Import-ExchangeState
            "$((New-NamespaceMigration $old $new -State $state).State.Servers) $(($old | New-NamespaceMigration -Target $new -State $state).State.Servers)"
            """);

        Assert.Equal(["OLD1 OLD1"], lines);
    }

    [Fact]
    public void Captured_settings_alone_give_the_present_plan()
    {
        IReadOnlyList<string> lines = Lines(
            """
            $WarningPreference = 'SilentlyContinue'
            $owa = [pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\owa (Default Web Site)'; Server = 'EX01'; InternalUrl = 'https://mail.contoso.com/owa'; ExternalUrl = 'https://mail.contoso.com/owa' }
            $server = [pscustomobject]@{ CapturedBy = 'Get-ExchangeServer'; Name = 'EX01'; Fqdn = 'EX01.contoso.com'; Site = 'A'; ServerRole = 'Mailbox'; AdminDisplayVersion = 'Version 15.1 (Build 2507.6)' }
            $state = $server, $owa | Import-ExchangeState
            $target = Get-NamespacePlan @{ Name = 'NEW1'; Site = 'A' } mail.contoso.com -ADDomain contoso.com -ExchangeVersion SE -Site @{ Name = 'A' }
            $m = $state | New-NamespaceMigration -Target $target
            "$($m.Present.Servers) $($m.State.Servers)"
            """);

        Assert.Equal(["EX01 EX01"], lines);
    }
}
