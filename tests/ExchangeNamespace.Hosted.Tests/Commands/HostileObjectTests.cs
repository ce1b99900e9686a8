using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>Objects that throw, have no end, or contain themselves are refused like any other wrong value.</summary>
public sealed class HostileObjectTests : CommandTest
{
    private const string Plan = "GetNamespacePlanCommand";

    [Theory]
    [InlineData("Get-NamespacePlan @{ Name = 'EX1'; Site = $args[0] } @given", "Server[0].Site")]
    [InlineData("Get-NamespacePlan ([pscustomobject] @{ Name = 'EX1'; Site = $args[0] }) @given", "Server[0].Site")]
    [InlineData("$given.Remove('DnsModel'); Get-NamespacePlan EX1 @given -DnsModel $args[0]", "DnsModel")]
    [InlineData("Get-NamespacePlan EX1 @given -ServiceHost @{ EWS = $args[0] }", "ServiceHost.EWS")]
    [InlineData("Get-NamespacePlan EX1 @given -Site @{ Name = $args[0] }", "Site[0].Name")]
    public void A_value_whose_text_or_items_throw_is_of_the_wrong_type(string script, string member)
    {
        foreach (object hostile in new object[] { new ThrowingText(), new ThrowingItems(), new Endless() })
        {
            HostRun run = Run(script, hostile);

            ErrorRecord error = run.Errors[0];
            Assert.Equal(("MemberWrongType,ExchangeNamespace.Cmdlets." + Plan, ErrorCategory.InvalidType), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
            Assert.Same(hostile, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
            Assert.StartsWith(member + " is not ", error.ToString(), StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public void A_key_whose_text_throws_is_an_unknown_member()
    {
        ErrorRecord error = Fault(Run("$h = @{ Name = 'EX1' }; $h[$args[0]] = 1; Get-NamespacePlan $h @given", new ThrowingText()), Plan, "MemberUnknown", ErrorCategory.InvalidData);

        Assert.Contains(nameof(ThrowingText), error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_property_that_throws_is_not_taken_for_an_absent_one()
    {
        ErrorRecord error = Fault(Run("Get-NamespacePlan $args[0] @given", new ThrowingSite()), Plan, "MemberWrongType", ErrorCategory.InvalidType);

        Assert.StartsWith("Server[0].Site ", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Followed to the end, nine references at each of seventeen levels are more than the age of the universe.</summary>
    [Fact]
    public void A_hashtable_that_contains_itself_many_times_is_refused()
    {
        HostRun run = Run("$h = @{ Name = 'EX1' }; foreach ($i in 1..9) { $h[\"Self$i\"] = $h }; Get-NamespacePlan $h @given");

        Assert.Equal(9, run.Errors.Count);
        Assert.All(run.Errors, e => Assert.StartsWith("MemberUnknown,", e.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-NamespacePlan @{ Name = 'EX1'; Site = $(if ($false) { 1 }) } @given")]
    [InlineData("Get-NamespacePlan @{ Name = 'EX1'; Site = 'A' } @given -Site @{ Name = 'A'; ExternalHost = $(if ($false) { 1 }) }")]
    public void What_an_empty_expression_gives_is_nothing(string script)
    {
        HostRun run = Run(script);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("Measure-QuorumVote NodeMajority $args[0] 1", "MeasureQuorumVoteCommand", "MemberWrongType", ErrorCategory.InvalidType)]
    [InlineData("Measure-QuorumVote NodeMajority 3 1.5", "MeasureQuorumVoteCommand", "MemberWrongType", ErrorCategory.InvalidType)]
    [InlineData("Measure-QuorumVote NodeMajority (1..65 | ForEach-Object { \"N$_\" }) 1", "MeasureQuorumVoteCommand", "ValueOutOfRange", ErrorCategory.InvalidArgument)]
    [InlineData("Get-ExchangeBuild ([pscustomobject] @{ AdminDisplayVersion = $args[0] })", "GetExchangeBuildCommand", "BuildObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("Get-ExchangeBuild $args[0]", "GetExchangeBuildCommand", "BuildObjectNotRecognised", ErrorCategory.InvalidType)]
    public void Other_commands_refuse_such_values_too(string script, string command, string id, ErrorCategory category) =>
        Assert.NotEmpty(Fault(Run(script, new ThrowingText()), command, id, category).ToString());

    [Theory]
    [InlineData("Export-VirtualDirectoryScript")]
    [InlineData("New-SanCertificateRequest")]
    [InlineData("Export-NamespacePlan none.json")]
    public void A_hashtable_is_no_plan(string command)
    {
        HostRun run = Run($"@{{ AsOf = [datetime] '2026-03-15' }} | {command}");

        Assert.StartsWith("InputObjectNotBound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_listener_that_stands_twice_is_refused() => Fault(
        Run("$h = @{}; $h[443] = 'IIS'; $h['443'] = 'SCVMM'; Export-AdminTunnelScript home.contoso.com CAS01 -Listener $h"),
        "ExportAdminTunnelScriptCommand",
        "MemberDuplicate",
        ErrorCategory.InvalidArgument);

    [Fact]
    public void A_server_that_is_not_in_the_plan_cannot_forge_a_message() => Assert.Contains(
        "'EX<U+001B>[2J'",
        Fault(Run("Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript -Server \"EX$([char]27)[2J\""), "ExportVirtualDirectoryScriptCommand", "ServerNotInPlan", ErrorCategory.ObjectNotFound).ToString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Export-VirtualDirectoryScript", "ExportVirtualDirectoryScriptCommand")]
    [InlineData("Export-MailFlowScript", "ExportMailFlowScriptCommand")]
    public void A_server_that_is_nothing_is_not_in_the_plan(string command, string type) =>
        Fault(Run($"Get-NamespacePlan EX1 @given -MailHost smtp.contoso.com -MailIPAddress 192.0.2.25 | {command} -Server $null, $null"), type, "ServerNotInPlan", ErrorCategory.ObjectNotFound);

    [Theory]
    [InlineData("Import-ExchangeState -LiteralPath $args[0]", "ImportExchangeStateCommand")]
    [InlineData("Test-ExchangeScript -LiteralPath $args[0] -ExchangeVersion 2016", "TestExchangeScriptCommand")]
    public void A_path_cannot_forge_a_message(string script, string command)
    {
        string message = Fault(Run(script, "/Zürich\u001B[2J\u202E" + new string('a', 100_000)), command, "FileNotFound", ErrorCategory.ObjectNotFound).ToString();

        Assert.Contains("Zürich<U+001B>[2J<U+202E>aaa", message, StringComparison.Ordinal);
        Assert.True(message.Length < 2000, "The message has " + message.Length);
    }

    [Fact]
    public void No_script_takes_the_place_of_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no folder of devices.");

        Fault(Run("Get-NamespacePlan EX1 @given | Export-VirtualDirectoryScript -Path /dev/no-such-device -Force"), "ExportVirtualDirectoryScriptCommand", "PathNotFileSystem", ErrorCategory.InvalidArgument);
        Assert.False(System.IO.File.Exists("/dev/no-such-device"));
    }

    [Fact]
    public void A_captured_list_that_throws_or_has_no_end_is_refused()
    {
        foreach (object hostile in new object[] { new ThrowingItems(), new Endless() })
        {
            HostRun run = Run("Get-NamespacePlan EX1 @given | Compare-NamespacePlan -State $args[0]", hostile);

            Assert.InRange(run.Errors.Count, 1, 20);
            Assert.All(run.Errors, e => Assert.Equal("StateObjectNotRecognised,ExchangeNamespace.Cmdlets.CompareNamespacePlanCommand", e.FullyQualifiedErrorId));
            Assert.All(run.Errors, e => Assert.Contains("Import-ExchangeState", e.ToString(), StringComparison.Ordinal));
            Assert.Empty(run.Output);
        }
    }

    [Fact]
    public void A_certificate_whose_bytes_throw_is_known_by_its_other_properties()
    {
        HostRun run = Run("Get-StartTlsCertificate @{ Name = 'C'; Fqdn = 'mail.contoso.com'; AuthMechanism = 'Tls' } -Certificate $args[0] -Server EX1.contoso.com -ExchangeVersion 2016", new ThrowingBytes());

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void A_day_is_the_same_in_every_calendar(string culture)
    {
        HostRun run = Run(
            $$"""
            $before = [cultureinfo]::CurrentCulture
            [cultureinfo]::CurrentCulture = '{{culture}}'
            try { (Get-NamespacePlan EX1 @given -AsOf 2026-03-15).AsOf; (Get-ExchangeBuild 15.2.1748.37 -AsOf '2026-03-15').AsOf; (Get-ExchangeBuild SERTM -AsOf '2026-03-15 20:00').AsOf } finally { [cultureinfo]::CurrentCulture = $before }
            """);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Equal(Enumerable.Repeat<object?>(new DateTime(2026, 3, 15), 3), run.Output);
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void A_moment_is_the_same_in_every_calendar(string culture)
    {
        HostRun run = Run(
            $$"""
            $before = [cultureinfo]::CurrentCulture
            $newer = Get-NamespacePlan EX2 -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction Ignore
            $migration = New-NamespaceMigration (Get-NamespacePlan EX1 @given) $newer -WarningAction Ignore
            [cultureinfo]::CurrentCulture = '{{culture}}'
            try { $migration | Export-NamespaceMigrationScript -StartDate '2026-06-08 20:00' -AsOf '2026-06-08T00:00Z' } finally { [cultureinfo]::CurrentCulture = $before }
            """);

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.Contains(run.Output, o => o is string text && text.Contains("2026-06-08", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-15T23:30:00-10:00")]
    [InlineData("2026-03-15T00:30:00+14:00")]
    [InlineData("2026-03-15 23:30Z")]
    public void A_day_is_the_one_that_is_written(string text)
    {
        HostRun run = Run("foreach ($day in $args) { (Get-NamespacePlan EX1 @given -AsOf $day).AsOf; (Get-ExchangeBuild SERTM -AsOf $day).AsOf }",
            text, new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Local), new DateTime(2026, 3, 15, 23, 59, 59, DateTimeKind.Utc));

        Assert.Equal([], run.Errors.Select(e => e.ToString()));
        Assert.All(run.Output, o => Assert.Equal((new DateTime(2026, 3, 15), DateTimeKind.Unspecified), ((DateTime)o!, ((DateTime)o).Kind)));
    }

    [Fact]
    public void The_first_and_the_last_day_are_days_like_others()
    {
        object?[] moments = [.. new[] { DateTime.MinValue, DateTime.MaxValue }.SelectMany(d => Enum.GetValues<DateTimeKind>().Select(k => (object?)DateTime.SpecifyKind(d, k)))];

        HostRun run = Run(
            """
            $plan = Get-NamespacePlan EX1 @given
            $newer = Get-NamespacePlan EX2 -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction Ignore
            $migration = New-NamespaceMigration $plan $newer -WarningAction Ignore
            foreach ($day in $args) {
                (Get-NamespacePlan EX1 @given -AsOf $day).AsOf.Year
                (Get-ExchangeBuild SERTM -AsOf $day).AsOf.Year
                ($plan | Test-Namespace -AsOf $day -WarningAction Ignore)[-1].CheckedAt.Year
                $migration | Export-NamespaceMigrationScript -AsOf $day -StartDate $day
            }
            """,
            moments);

        Assert.Equal(moments.SelectMany(m => Enumerable.Repeat<object?>(((DateTime)m!).Year, 3)), run.Output);
        Assert.Equal(moments.Length, run.Errors.Count(Writers.IsFault));
        Assert.All(run.Errors.Where(Writers.IsFault), e => Assert.Equal("ValueOutOfRange", Writers.Id(e)));
    }

    [Fact]
    public void The_present_day_has_no_time_zone()
    {
        DateTime[] days = [DateTime.UtcNow.Date, DateTime.UtcNow.Date.AddDays(1)];
        HostRun run = Run("(Get-NamespacePlan EX1 @given).AsOf; (Get-ExchangeBuild SERTM).AsOf");

        Assert.All(run.Output, o => Assert.Contains((DateTime)o!, days));
        Assert.All(run.Output, o => Assert.Equal(DateTimeKind.Unspecified, ((DateTime)o!).Kind));
    }

    public sealed class ThrowingText
    {
        public override string ToString() => throw new InvalidOperationException("text");
    }

    public sealed class ThrowingSite
    {
        public string Name => "EX1";

        public string Site => throw new InvalidOperationException("site");
    }

    public sealed class ThrowingBytes
    {
        public string Thumbprint => new('A', 40);

        public string Services => "SMTP";

        public byte[] RawData => throw new InvalidOperationException("bytes");
    }

    public sealed class ThrowingItems : IEnumerable
    {
        public IEnumerator GetEnumerator()
        {
            yield return "EX1";
            throw new InvalidOperationException("items");
        }
    }

    public sealed class Endless : IEnumerable
    {
        public IEnumerator GetEnumerator()
        {
            while (true)
            {
                yield return "EX1";
            }
        }
    }
}
