using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>What a row says that has no finding, and how much of two values a narrow table shows.</summary>
public class SettingSummaryTests
{
    private const string Lines = "Run the lines of Export-VirtualDirectoryScript -CurrentState.";

    [Theory]
    [InlineData(SettingVerdict.Equal, CheckOutcome.Passed, "", "The setting is as planned.", "")]
    [InlineData(SettingVerdict.Irrelevant, CheckOutcome.Passed, "", "The difference has no effect on clients.", "")]
    [InlineData(SettingVerdict.Differs, CheckOutcome.Failed, "S13", "Planned is a, captured is b.", Lines)]
    [InlineData(SettingVerdict.Missing, CheckOutcome.Failed, "S13", "Planned is a, and the server has no value.", Lines)]
    [InlineData(SettingVerdict.Extra, CheckOutcome.Failed, "S13", "The server has b, which is not planned.", Lines)]
    [InlineData(SettingVerdict.Unknown, CheckOutcome.Unknown, "S13", "The setting, or what it is judged by, was not captured, so it was not compared.",
        "Capture the state again with the script of Export-StateCaptureScript.")]
    public void A_row_without_a_finding_says_what_it_comes_to(SettingVerdict verdict, CheckOutcome outcome, string rule, string message, string remedy)
    {
        SettingComparison row = Row(verdict, "a", "b");

        Assert.Equal((outcome, rule, message, remedy), (row.Outcome, row.Rule, row.Message, row.Remedy));
        Assert.Equal(("EX01 OWA ExternalUrl", string.Empty, null), (row.Subject, row.Note, row.Finding));
    }

    [Theory]
    [InlineData("SCP", "S3")]
    [InlineData("Certificate", "S8")]
    [InlineData("OutlookProvider", "S8")]
    [InlineData("ClientAccessArray", "S29")]
    [InlineData("ExternalHost", "S2")]
    [InlineData("Organization", "S13")]
    [InlineData("SendConnector", "S46")]
    [InlineData("ReceiveConnector", "S46")]
    [InlineData("EWS", "S13")]
    public void The_rule_behind_a_row_is_that_of_its_service(string service, string rule) =>
        Assert.Equal(rule, SettingComparison.Of("EX01", service, "x", SettingVerdict.Missing, "a", "b", null).Rule);

    [Fact]
    public void A_row_may_have_its_own_rule() =>
        Assert.Equal("S49", SettingComparison.Of("EX01", "SendConnector", "RequireTLS", SettingVerdict.Unknown, "True", "(not captured)", null, "S49").Rule);

    [Theory]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/ecp", "...owa", "...ecp")]
    [InlineData("https://mail.contoso.com/owa", "HTTPS://MAIL.contoso.com/ecp", "...owa", "...ecp")]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com", "...com/owa", "...com")]
    [InlineData("https://mail.contoso.com", "https://mail.contoso.com/owa", "...com", "...com/owa")]
    [InlineData("https://mail.contoso.com/owa", "https://mail.contoso.com/", "...owa", "...")]
    [InlineData("Ntlm, OAuth", "Ntlm, Basic", "...OAuth", "...Basic")]
    [InlineData("abc.d", "abc.e", "...d", "...e")] // four characters are more than the three points
    [InlineData("ab.d", "ab.e", "ab.d", "ab.e")]
    [InlineData("mail.contoso.com", "smtp.contoso.com", "mail.contoso.com", "smtp.contoso.com")]
    [InlineData("True", "False", "True", "False")]
    public void A_narrow_table_shows_both_values_from_the_first_part_that_differs(string planned, string current, string plannedEnd, string currentEnd)
    {
        SettingComparison row = Row(SettingVerdict.Differs, planned, current);

        Assert.Equal((plannedEnd, currentEnd), (row.PlannedEnd, row.CurrentEnd));
    }

    [Theory]
    [InlineData(SettingVerdict.Equal)]
    [InlineData(SettingVerdict.Unknown)]
    [InlineData(SettingVerdict.Extra)]
    public void Values_that_do_not_differ_are_shown_whole(SettingVerdict verdict)
    {
        const string Url = "https://mail.contoso.com/owa";
        SettingComparison row = Row(verdict, Url, Url);

        Assert.Equal((Url, Url), (row.PlannedEnd, row.CurrentEnd));
    }

    private static SettingComparison Row(SettingVerdict verdict, string planned, string current) =>
        SettingComparison.Of("EX01", "OWA", "ExternalUrl", verdict, planned, current, null);
}
