using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Kerberos;

/// <summary>What a directory answers, judged: names by exact account, and the account by its keys (MS-KILE 2.2.7).</summary>
public class DirectoryRulesTests
{
    private const string Account = "CONTOSO\\EXCHASA$";
    private const string Own = "CN=Shared account,OU=Exchange,DC=contoso,DC=com";
    private const string Other = "CN=EXCHASA,CN=Computers,DC=contoso,DC=com";
    private const string Mail = "http/mail.contoso.com";

    private static readonly DateTime Day = new(2026, 5, 4, 3, 2, 1, DateTimeKind.Utc);

    [Theory]
    [InlineData(24, CheckOutcome.Passed, "24 (AES128, AES256)")]
    [InlineData(16, CheckOutcome.Passed, "16 (AES256)")]
    [InlineData(56, CheckOutcome.Passed, "AES session keys")]
    [InlineData(28, CheckOutcome.Warning, "RC4 or DES stays allowed")]
    [InlineData(31, CheckOutcome.Warning, "RC4 or DES stays allowed")]
    [InlineData(4, CheckOutcome.Failed, "Without AES")]
    [InlineData(36, CheckOutcome.Failed, "Without AES")]
    [InlineData(3, CheckOutcome.Failed, "Without AES")]
    [InlineData(0, CheckOutcome.Warning, "not set")]
    [InlineData(null, CheckOutcome.Warning, "not set")]
    public void The_kinds_of_keys_are_read_from_the_attribute(int? types, CheckOutcome outcome, string said)
    {
        SpnCheck check = Judge(new DirectoryAccount(Own, [Mail]) { EncryptionTypes = types, PasswordSet = Day, IsDisabled = false })[0];

        Assert.Equal((Account, outcome, SpnVerdict.Equal), (check.Subject, check.Outcome, check.Verdict));
        Assert.Contains(said, check.Message, StringComparison.Ordinal);
        Assert.Contains("2026-05-04", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_without_a_password_or_disabled_has_no_tickets()
    {
        Assert.Equal(CheckOutcome.Failed, Judge(new DirectoryAccount(Own, []) { EncryptionTypes = 24 })[0].Outcome);
        Assert.Contains("disabled", Judge(new DirectoryAccount(Own, []) { EncryptionTypes = 24, PasswordSet = Day, IsDisabled = true })[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_global_catalogue_says_nothing_about_keys() => Assert.Equal(
        CheckOutcome.Unknown, Judge(new DirectoryAccount(Own, []), hasKeys: false)[0].Outcome);

    [Fact]
    public void An_account_that_is_not_there_is_named_and_its_names_are_missing() => Assert.Equal(
        [SpnVerdict.Missing, SpnVerdict.Missing], Judge(null).Where(c => c.Subject is Account or Mail).Select(c => c.Verdict));

    /// <summary>The directory says which entry is the account: its common name may be another.</summary>
    [Theory]
    [InlineData(Own, SpnVerdict.Equal)]
    [InlineData(Other, SpnVerdict.Elsewhere)]
    public void A_name_is_judged_by_the_entry_of_the_account(string holder, SpnVerdict verdict)
    {
        DirectoryAccount own = new(Own, holder == Own ? ["HTTP/MAIL.contoso.com"] : []) { EncryptionTypes = 24, PasswordSet = Day };

        Assert.Equal(verdict, Judge(own, holders: new DirectoryAccount(holder, ["HTTP/MAIL.contoso.com"])).Single(c => c.Subject == Mail).Verdict);
    }

    [Fact]
    public void A_name_on_two_accounts_is_a_duplicate() => Assert.Equal(SpnVerdict.Duplicate, Judge(
        new DirectoryAccount(Own, [Mail]), holders: new DirectoryAccount(Other, [Mail])).Single(c => c.Subject == Mail).Verdict);

    [Fact]
    public void One_domain_of_a_forest_says_nothing_of_the_others()
    {
        SpnCheck check = Judge(new DirectoryAccount(Own, [Mail]), isForest: false).Single(c => c.Subject == Mail);

        Assert.Equal((SpnVerdict.Equal, CheckOutcome.Unknown), (check.Verdict, check.Outcome));
        Assert.Contains("-Directory dc01.contoso.com:3268", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_values_are_shown_harmless()
    {
        SpnCheck[] checks = [.. Judge(new DirectoryAccount("CN=\u202ex\u001b[31m", ["http/\u001b[2J\u202e"]) { EncryptionTypes = 24, PasswordSet = Day })];

        Assert.All(checks, c => Assert.DoesNotContain(c.Subject + c.Message + c.Remedy + string.Concat(c.FoundOn), t => char.IsControl(t) || t == '\u202e'));
    }

    /// <summary>RFC 4515, section 3, and its examples.</summary>
    [Theory]
    [InlineData("http/mail.contoso.com", "http/mail.contoso.com")]
    [InlineData("Parens R Us (for all your parenthetical needs)", "Parens R Us \\28for all your parenthetical needs\\29")]
    [InlineData("*", "\\2a")]
    [InlineData("C:\\MyFile", "C:\\5cMyFile")]
    [InlineData("\0\u0004", "\\00\\04")]
    [InlineData("Lu\u010di\u0107", "Lu\\c4\\8di\\c4\\87")]
    [InlineData("a)(objectClass=*", "a\\29\\28objectClass=\\2a")]
    public void A_value_stays_a_value_in_a_filter(string value, string escaped)
    {
        Assert.Equal(escaped, LdapFilter.Escape(value));
        Assert.Equal("(cn=" + escaped + ")", LdapFilter.Equal("cn", value));
        Assert.Equal("(|(cn=" + escaped + ")(cn=b))", LdapFilter.AnyOf("cn", [value, "b"]));
    }

    private static IReadOnlyList<SpnCheck> Judge(DirectoryAccount? account, bool isForest = true, bool hasKeys = true, params DirectoryAccount[] holders)
    {
        List<InputFault> faults = [];
        KerberosInput input = new()
        {
            Plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", "SE")),
            AccountName = Account,
        };
        IReadOnlyList<PrincipalName> names = KerberosPlanner.Names(input, faults);
        Assert.Empty(faults);
        return [.. DirectoryRules.Judge(names, new DirectoryAnswer
        {
            Holders = holders,
            Accounts = new Dictionary<string, DirectoryAccount?> { [Account] = account },
            IsForest = isForest,
            HasKeys = hasKeys,
        }, new ServerEndpoint("dc01.contoso.com", 389, IsAddress: false))];
    }
}
