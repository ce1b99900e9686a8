using System;
using System.Linq;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using Xunit;

namespace ExchangeNamespace.Tests.Design.Questions;

/// <summary>What each row of the table has.</summary>
public class QuestionTableTests
{
    public static TheoryData<string> Keys => [.. QuestionTable.Rows.Select(r => r.Key)];

    [Fact]
    public void The_questions_stand_in_the_order_in_which_an_administrator_thinks() => Assert.Equal(
        ["Server", "ExchangeVersion", "Site", "ADDomain", "ExternalHost", "InternalHost", "AutodiscoverHost", "InternetFacing", "SiteExternalHost",
         "SiteInternalHost", "DnsModel", "CertificateAuthority", "ReverseProxy", "Hybrid", "SmtpDomain", "MailHost"],
        QuestionTable.Rows.Select(r => r.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_row_says_what_why_and_how(string key)
    {
        DesignQuestion row = Row(key);

        Assert.EndsWith("?", row.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", row.Why, StringComparison.Ordinal);
        Assert.InRange(row.Text.Length, 20, 60);
        Assert.InRange(row.Why.Length, 20, 140);
        Assert.NotEqual(row.Form.Length > 0, row.Choices.Count > 0);
        Assert.All(row.Choices, c => Assert.True(c.Name.Length > 0 && c.Meaning.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_a_row_fills_is_a_member_of_the_design(string key)
    {
        string root = Row(key).Mends[0].Split('.')[0];

        Assert.True(root == "Server" || RequestReader.IsMember(root), root);
    }

    [Fact]
    public void The_answers_to_choose_from_are_those_that_the_readers_know()
    {
        Assert.Equal(Enum.GetNames(typeof(DnsModel)).Prepend("Auto").OrderBy(n => n, StringComparer.Ordinal), Names("DnsModel"));
        Assert.Equal(Enum.GetNames(typeof(CertificateAuthority)).OrderBy(n => n, StringComparer.Ordinal), Names("CertificateAuthority"));
        Assert.Equal(Enum.GetNames(typeof(ReverseProxyStrategy)).OrderBy(n => n, StringComparer.Ordinal), Names("ReverseProxy"));
    }

    private static string[] Names(string key) => [.. Row(key).Choices.Select(c => c.Name).OrderBy(n => n, StringComparer.Ordinal)];

    private static DesignQuestion Row(string key) => QuestionTable.Rows.Single(r => r.Key == key);
}
