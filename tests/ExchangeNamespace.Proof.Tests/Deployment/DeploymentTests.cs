using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Proof.Scripts;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Deployment;

/// <summary>
/// A deployment ends as the plan says or as it began, on each server: without a fault, with a file that must not be deployed, and with a
/// connection that is lost at any call. A run afterwards completes it.
/// </summary>
public partial class DeploymentTests(ITestOutputHelper output)
{
    private const string AllNew = "new new new new";
    private const string AllOld = "old old old old";

    /// <summary>2013, 2016 and 2019 have the script of SE.</summary>
    public static TheoryData<string> Versions => RandomCases.AreAll ? new("2010", "2013", "2016", "2019", "SE") : new("2010", "SE");

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_first_run_reaches_the_plan_and_the_second_changes_nothing(string version)
    {
        Rehearsal rehearsal = Rehearsal.Of(version);
        RehearsedCase plain = rehearsal["plain"];
        Assert.True(plain.ExitCode == 0, plain.Said);
        Assert.Equal((AllNew, AllNew, 0), (plain.State, plain.SecondState, plain.SecondExitCode));
        Assert.EndsWith("nothing was changed.", LastLine(plain.SecondSaid!));
        Assert.DoesNotContain("WARNING", plain.Said);
        foreach (string server in (string[])["EX01", "EX02", "EX03"])
        {
            string[] state = rehearsal.Planned[server].Split('\n');
            string thumbprint = state.Single(l => l.Contains("|Subject=CN=mail.contoso.com", StringComparison.Ordinal) && !l.Contains("Former", StringComparison.Ordinal)).Split('|')[1];
            Assert.Contains($"{server}|{thumbprint}|Services=IIS,IMAP,POP,SMTP", state);
            Assert.Contains($"{server}|{thumbprint}|PrivateKeyExportable=False", state);
            Assert.Contains(state, l => l.EndsWith("|Services=IMAP,POP,SMTP", StringComparison.Ordinal));
            Assert.DoesNotContain(state, l => l.EndsWith("InternalTransportCertificateThumbprint=" + thumbprint, StringComparison.Ordinal));
            Assert.Contains(server + "|PopSettings|X509CertificateName=mail.contoso.com", state);
            Assert.Contains(server + "|ImapSettings|X509CertificateName=mail.contoso.com", state);
            Assert.Equal(version == "2010" ? 0 : 1, state.Count(l => l.EndsWith("|TlsCertificateName=<I>CN=Authority, O=Trust<S>CN=mail.contoso.com", StringComparison.Ordinal)));
            Assert.Contains($"{server}: port 443 presents {thumbprint}, the new certificate.", plain.Said);
        }

        Assert.Equal(6, rehearsal.Restarts);
        string[] organisation = rehearsal.Planned[string.Empty].Split('\n');
        Assert.Equal(version == "2010" ? 0 : 2, organisation.Count(l => l.EndsWith("|TlsCertificateName=<I>CN=Authority, O=Trust<S>CN=mail.contoso.com", StringComparison.Ordinal)));
        output.WriteLine($"{plain.Calls} calls");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_former_certificate_stays_and_its_removal_is_written_for_later(string version)
    {
        Rehearsal rehearsal = Rehearsal.Of(version);
        string[] lines = rehearsal.Removal.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.All(lines, l => Assert.StartsWith("# ", l));
        Assert.All(lines.Skip(1), l => Assert.Matches(RemovalLine(), l.TrimEnd()));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_rehearsal_changes_nothing_and_writes_no_file(string version)
    {
        RehearsedCase rehearsed = Rehearsal.Of(version)["whatif"];
        Assert.Equal((0, AllOld), (rehearsed.ExitCode, rehearsed.State));
        Assert.Empty(rehearsed.Files);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_file_that_must_not_be_deployed_is_refused_before_anything_is_touched(string version)
    {
        RehearsedCase[] refused = [.. Rehearsal.Of(version).Results.Where(r => r.Name.StartsWith("refused ", StringComparison.Ordinal))];
        Assert.Equal(8, refused.Length);
        Assert.All(refused, r => Assert.Equal((1, AllOld, 0), (r.ExitCode, r.State, r.Calls)));
        string[] reasons =
        [
            "it lacks the name autodiscover.contoso.com", "the file holds no private key", "it expired at ", "it is not valid before ", "its key is not RSA",
            "it may not be used by servers", "and not 0000", "cannot be opened with the password",
        ];
        Assert.All(refused.Zip(reasons), r => Assert.Contains(r.Second, r.First.Log));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Each_way_in_which_a_client_hands_over_file_and_password_deploys(string version)
    {
        Rehearsal rehearsal = Rehearsal.Of(version);
        RehearsedCase[] ways = [.. rehearsal.Results.Where(r => r.Name.StartsWith("handed over", StringComparison.Ordinal))];
        Assert.Equal(3, ways.Length);
        Assert.All(ways, w => Assert.True(w is { ExitCode: 0, State: AllNew }, w.Name + "\n" + w.Said));
        Assert.Empty(rehearsal.Inherited);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_server_that_does_not_answer_is_left_out_until_the_next_run(string version)
    {
        RehearsedCase away = Rehearsal.Of(version)["unreachable"];
        Assert.Equal((1, "new old new old"), (away.ExitCode, away.State));
        Assert.Contains("EX02 does not answer, and keeps its certificate", away.Log);
        Assert.Equal((0, AllNew), (away.SecondExitCode, away.SecondState));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_server_that_goes_on_presenting_the_former_certificate_is_taken_back(string version)
    {
        RehearsedCase stuck = Rehearsal.Of(version)["stuck"];
        Assert.Equal((1, "new old old old"), (stuck.ExitCode, stuck.State));
        Assert.Contains("EX02 is as it was before.", stuck.Log);
        Assert.Contains("Stopped at EX02.", stuck.Log);
        Assert.Equal((0, AllNew), (stuck.SecondExitCode, stuck.SecondState));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_connection_that_is_lost_at_any_call_leaves_each_server_old_or_new_and_a_second_run_completes(string version)
    {
        RehearsedCase[] lost = [.. Rehearsal.Of(version).Results.Where(r => Lost().IsMatch(r.Name))];
        Assert.True(lost.Length >= 3);
        foreach (RehearsedCase one in lost)
        {
            Assert.True(one is { SecondExitCode: 0, SecondState: AllNew }, one.Name + "\n" + one.Log);
            bool reached = one.Said.Contains("The connection was lost", StringComparison.Ordinal);
            Assert.Equal(reached ? 1 : 0, one.ExitCode);
            if (reached && !one.Name.StartsWith("down", StringComparison.Ordinal))
            {
                Assert.False(one.State.Contains("neither", StringComparison.Ordinal), one.Name + ": " + one.State + "\n" + one.Log);
            }
        }

        output.WriteLine(string.Join("\n", lost.Select(l => l.Name + ": " + l.State)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_server_between_two_certificates_is_told_as_such(string version)
    {
        foreach (RehearsedCase one in Rehearsal.Of(version).Results.Where(r => r.State.Contains("neither", StringComparison.Ordinal)))
        {
            Assert.Matches("its state is not known|stands between|taking back failed", one.Log);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void No_password_is_in_a_file_a_log_or_on_a_command_line(string version)
    {
        Rehearsal rehearsal = Rehearsal.Of(version);
        string escaped = System.Text.Json.JsonSerializer.Serialize(rehearsal.Password).Trim('"');
        Assert.DoesNotContain(rehearsal.Password, rehearsal.Left);
        Assert.DoesNotContain(rehearsal.Password[^20..], rehearsal.Left);
        Assert.DoesNotContain(escaped, rehearsal.Left);
        Assert.DoesNotContain(rehearsal.Password, rehearsal.CommandLine);
    }

    [Theory]
    [InlineData("2013")]
    [InlineData("2016")]
    [InlineData("2019")]
    public void Below_the_heading_the_script_is_that_of_SE(string version) =>
        Assert.Equal(Rehearsal.Script("SE").Where(IsBelowHeading), Rehearsal.Script(version).Where(IsBelowHeading));

    [Theory]
    [InlineData("2010")]
    [InlineData("2013")]
    [InlineData("2016")]
    [InlineData("2019")]
    [InlineData("SE")]
    public void The_script_is_clean_for_its_version(string version) => Lint.AssertClean(string.Join("\r\n", Rehearsal.Script(version)), version);

    private static bool IsBelowHeading(string line) => !line.Contains("servers of Exchange", StringComparison.Ordinal);

    private static string LastLine(string text) => text.TrimEnd().Split('\n').Last(l => !l.Contains("event log", StringComparison.Ordinal)).TrimEnd();

    [GeneratedRegex(@"\A# From 20\d\d-\d\d-\d\d on: Remove-ExchangeCertificate -Thumbprint '[0-9A-F]{40}' -Server 'EX0[123]'\z")]
    private static partial Regex RemovalLine();

    [GeneratedRegex("^(before|after|down) ")]
    private static partial Regex Lost();
}
