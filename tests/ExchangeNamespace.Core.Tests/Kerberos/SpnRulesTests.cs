using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Kerberos;

/// <summary>Names of a plan against what setspn wrote.</summary>
public class SpnRulesTests
{
    private const string Query = "Checking forest DC=contoso,DC=com\r\n{0}\r\n\r\nExisting SPN found!";
    private const string Own = "CN=EXCHASA,CN=Computers,DC=contoso,DC=com\r\n\thttp/mail.contoso.com";
    private const string Other = "CN=OLD01,CN=Computers,DC=contoso,DC=com\r\n\tHTTP/MAIL.contoso.com\r\n\tHOST/OLD01";

    [Theory]
    [InlineData(Own, SpnVerdict.Equal, CheckOutcome.Passed)]
    [InlineData(Other, SpnVerdict.Elsewhere, CheckOutcome.Failed)]
    [InlineData(Own + "\r\n" + Other, SpnVerdict.Duplicate, CheckOutcome.Failed)]
    [InlineData("CN=EXCHASA,CN=Computers,DC=contoso,DC=com\r\n\thttp/other.contoso.com", SpnVerdict.Missing, CheckOutcome.Failed)]
    [InlineData("CN=EXCHASA2,CN=Computers,DC=contoso,DC=com\r\n\thttp/mail.contoso.com", SpnVerdict.Elsewhere, CheckOutcome.Failed)]
    [InlineData("CN=EXCHASA,CN=Computers,DC=contoso,DC=com", SpnVerdict.Missing, CheckOutcome.Failed)]
    public void A_query_of_the_forest_tells_where_a_name_is(string found, SpnVerdict verdict, CheckOutcome outcome)
    {
        SpnCheck check = Judge(string.Format(System.Globalization.CultureInfo.InvariantCulture, Query, found)).First(c => c.Subject == "http/mail.contoso.com");

        Assert.Equal((verdict, outcome), (check.Verdict, check.Outcome));
        Assert.Equal(outcome == CheckOutcome.Passed, check.Remedy.Length == 0 && check.Rule.Length == 0);
    }

    [Theory]
    [InlineData("Registered ServicePrincipalNames for CN=EXCHASA,CN=Computers,DC=contoso,DC=com:\r\n\thttp/mail.contoso.com", SpnVerdict.Equal, CheckOutcome.Unknown)]
    [InlineData("Registrierte Dienstprinzipalnamen (SPN) f\u00fcr CN=EXCHASA,CN=Computers,DC=contoso,DC=com:\r\n\thttp/x.contoso.com", SpnVerdict.Missing, CheckOutcome.Failed)]
    [InlineData("No such SPN found.", SpnVerdict.Unknown, CheckOutcome.Unknown)]
    [InlineData("", SpnVerdict.Unknown, CheckOutcome.Unknown)]
    [InlineData("\thttp/mail.contoso.com", SpnVerdict.Unknown, CheckOutcome.Unknown)]
    public void The_list_of_one_account_says_nothing_of_others(string text, SpnVerdict verdict, CheckOutcome outcome)
    {
        SpnCheck check = Judge(text).First(c => c.Subject == "http/mail.contoso.com");

        Assert.Equal((verdict, outcome), (check.Verdict, check.Outcome));
    }

    [Fact]
    public void A_name_that_the_plan_does_not_need_is_a_warning_on_the_own_account_alone()
    {
        IReadOnlyList<SpnCheck> checks = Judge(Own + "\r\n\thttp/gone.contoso.com\r\n\tHOST/EXCHASA\r\nCN=WEB,CN=Computers,DC=contoso,DC=com\r\n\thttp/web.contoso.com");

        Assert.Equal([("http/gone.contoso.com", CheckOutcome.Warning)], checks.Where(c => c.Verdict == SpnVerdict.Extra).Select(c => (c.Subject, c.Outcome)));
    }

    [Theory]
    [InlineData("http/x&calc", "setspn -D \"http/x&calc\" CONTOSO\\EXCHASA$.")]
    [InlineData("http/x%PATH%", "delete it in the attribute servicePrincipalName of the account.")]
    [InlineData("http/x\" & calc", "delete it in the attribute servicePrincipalName of the account.")]
    public void A_hostile_name_stays_a_value_in_the_line_that_deletes_it(string name, string end) =>
        Assert.EndsWith(end, Assert.Single(Judge(Own + "\r\n\t" + name), c => c.Verdict == SpnVerdict.Extra).Remedy, StringComparison.Ordinal);

    [Fact]
    public void Lines_may_come_one_by_one()
    {
        SpnListing listing = new();
        foreach (string line in Own.Split("\r\n"))
        {
            listing.Read(line);
        }

        Assert.Equal([("CN=EXCHASA,CN=Computers,DC=contoso,DC=com", "http/mail.contoso.com")], listing.All);
    }

    [Fact]
    public void A_text_without_end_is_said_not_to_be_read()
    {
        SpnListing listing = new();
        listing.Read(string.Concat(Enumerable.Repeat("x\n", 200_001)));

        Assert.True(listing.IsCut);
        Assert.Equal(FaultIds.InputOverLimit, listing.TooLong("InputObject").Id);
    }

    [Fact]
    public void Random_texts_do_no_harm_and_give_one_verdict_for_each_name()
    {
        string[] pieces = ["CN=EXCHASA", ",DC=x", ",CN=Computers", "\n", "\t", "http/", "mail.contoso.com", ":", " ", "\u202e", "\0", "/", "CN=", new string('a', 5000)];
        Random random = new(1);
        for (int i = 0; i < 2_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            IReadOnlyList<SpnCheck> checks = Judge(text);

            Assert.Single(checks, c => c.Account.Length > 0);
            Assert.All(checks, c => Assert.DoesNotContain('\u202e', c.Message + c.Remedy + c.Subject + string.Concat(c.FoundOn)));
        }
    }

    private static IReadOnlyList<SpnCheck> Judge(string text)
    {
        SpnListing listing = new();
        listing.Read(text);
        List<InputFault> faults = [];
        IReadOnlyList<PrincipalName> names = KerberosPlanner.Names(
            new KerberosInput
            {
                Plan = Plans.Make(new[] { "EX01", "EX02" }, [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"), ("SmtpDomain", Array.Empty<string>()), ("ExchangeVersion", "SE")]),
                AccountName = @"CONTOSO\EXCHASA$",
            },
            faults);
        Assert.Empty(faults);
        return [.. SpnRules.Judge(names, listing)];
    }
}
