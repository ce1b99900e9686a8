using System;
using System.Linq;
using System.Text;
using ExchangeNamespace.Mail.Policies;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.MailPolicies;

/// <summary>The file of an MTA-STS policy, by the sections of RFC 8461, and what hostile servers may send.</summary>
public class MtaStsReaderTests
{
    private const string Good = "version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800\n";
    private static readonly int Files = RandomCases.Of(usual: 2_000, full: 50_000);

    /// <summary>3.2: fields, line ends and order; of a field that stands twice the first counts, and unknown fields are passed over.</summary>
    [Theory]
    [InlineData(Good)]
    [InlineData("version: STSv1\r\nmode: enforce\r\nmx: mail.contoso.com\r\nmax_age: 604800\r\n")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800")]
    [InlineData("max_age:604800\nmx:mail.contoso.com\nmode:enforce\nversion:STSv1\n")]
    [InlineData("version: STSv1\nmode: enforce\nmode: none\nmx: mail.contoso.com\nmax_age: 604800\nmax_age: 1\n")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800\nfuture_field: x:y\n")]
    [InlineData("version: STSv1\nmode: enforce\n\nmx: mail.contoso.com\nmax_age: 604800\n\n")]
    public void What_the_section_allows_is_read(string text)
    {
        MtaStsPolicy policy = Read(text, out string? fault)!;

        Assert.Null(fault);
        Assert.Equal((MtaStsMode.Enforce, 604800, "mail.contoso.com"), (policy.Mode, policy.MaxAge, string.Join(' ', policy.Exchangers)));
    }

    [Theory]
    [InlineData("mode: enforce\nmx: mail.contoso.com\nmax_age: 604800\n", "version is not STSv1")]
    [InlineData("version: STSv2\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800\n", "version is not STSv1")]
    [InlineData("version: stsv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800\n", "version is not STSv1")]
    [InlineData("version: STSv1\nmx: mail.contoso.com\nmax_age: 604800\n", "mode is not")]
    [InlineData("version: STSv1\nmode: report\nmx: mail.contoso.com\nmax_age: 604800\n", "mode is not")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\n", "max_age is not")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 31557601\n", "max_age is not")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: -1\n", "max_age is not")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 1e3\n", "max_age is not")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 99999999999999999999\n", "max_age is not")]
    [InlineData("version: STSv1\nmode: enforce\nmax_age: 604800\n", "names no exchanger")]
    [InlineData("version: STSv1\nmode: enforce\nmx: *.*.contoso.com\nmax_age: 604800\n", "an mx line")]
    [InlineData("version: STSv1\nmode: enforce\nmx: mail*.contoso.com\nmax_age: 604800\n", "an mx line")]
    [InlineData("version: STSv1\nmode: enforce\nmx: 192.0.2.1\nmax_age: 604800\n", "an mx line")]
    [InlineData("version: STSv1\nmode: enforce\nmx:\nmax_age: 604800\n", "an mx line")]
    [InlineData("<!DOCTYPE html>\n<html></html>\n", "a line is not a key")]
    [InlineData("", "version is not STSv1")]
    [InlineData("version: STSv1\rmode: enforce\n", "a line is not a key")]
    [InlineData("version: STSv1\nmode: enforce\u0000\nmx: mail.contoso.com\nmax_age: 604800\n", "control characters")]
    [InlineData("version: STSv1\nmode: enforce\u001b[31m\nmx: mail.contoso.com\nmax_age: 604800\n", "control characters")]
    [InlineData("\ufeffversion: STSv1\nmode: enforce\nmx: mail.contoso.com\nmax_age: 604800\n", "outside ASCII")]
    [InlineData("version: STSv1\nmode: enforce\nmx: bücher.example\nmax_age: 604800\n", "outside ASCII")]
    public void What_the_section_does_not_allow_is_no_policy(string text, string why)
    {
        Assert.Null(Read(text, out string? fault));
        Assert.Contains(why, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_another_charset_is_no_policy()
    {
        Assert.Null(MtaStsReader.Read(Encoding.Unicode.GetBytes(Good), out string? fault));
        Assert.NotNull(fault);
    }

    /// <summary>3.3: senders may stop at 64 KB.</summary>
    [Fact]
    public void A_huge_file_and_endless_exchangers_are_no_policy()
    {
        Assert.Null(Read(Good + new string('\n', MtaStsReader.LongestFile), out string? size));
        Assert.Null(Read(Good + string.Concat(Enumerable.Repeat("mx: a.contoso.com\n", 200)), out string? lines));

        Assert.Contains("64 KB", size, StringComparison.Ordinal);
        Assert.Contains("201 lines for exchangers", lines, StringComparison.Ordinal);
    }

    /// <summary>8.3: mode none needs no exchanger.</summary>
    [Fact]
    public void The_way_back_names_no_exchanger() =>
        Assert.Equal(MtaStsMode.None, Read("version: STSv1\nmode: none\nmax_age: 86400\n", out _)!.Mode);

    /// <summary>4.1: a wildcard stands for exactly one label, the first.</summary>
    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com", true)]
    [InlineData("mail.contoso.com", "MAIL.Contoso.com", true)]
    [InlineData("mail.contoso.com", "mail2.contoso.com", false)]
    [InlineData("*.contoso.com", "mail.contoso.com", true)]
    [InlineData("*.contoso.com", "contoso.com", false)]
    [InlineData("*.contoso.com", "a.mail.contoso.com", false)]
    [InlineData("*.contoso.com", "mail.notcontoso.com", false)]
    public void A_pattern_names_an_exchanger(string pattern, string exchanger, bool names) =>
        Assert.Equal(names, new MtaStsPolicy(MtaStsMode.Enforce, 1, [pattern]).Names(exchanger));

    [Fact]
    public void What_is_written_is_read_again_and_the_identifier_changes_with_the_text_alone()
    {
        MtaStsPolicy[] all =
        [
            .. from mode in Enum.GetValues<MtaStsMode>()
               from age in new[] { 0, 86400, MtaStsPolicy.LongestAge }
               from exchanger in new[] { "mail.contoso.com", "*.contoso.com" }
               select new MtaStsPolicy(mode, age, mode == MtaStsMode.None ? [] : [exchanger]),
        ];

        Assert.All(all, p => Assert.Equal(p.Lines, Read(string.Join("\n", p.Lines), out _)!.Lines));
        Assert.All(all, p => Assert.Matches("^v=STSv1; id=[0-9a-f]{16};$", p.Record));
        Assert.Equal(all.Select(p => string.Join("\n", p.Lines)).Distinct().Count(), all.Select(p => p.Record).Distinct().Count());
    }

    /// <summary>Whatever a server sends: a policy whose values are within their bounds, or a reason.</summary>
    [Fact]
    public void Random_files_give_a_policy_within_bounds_or_a_reason()
    {
        Random random = new(20261129);
        string[] pieces = ["version", "mode", "mx", "max_age", ":", " ", "\n", "\r\n", "STSv1", "enforce", "none", "testing", "86400", "*.", "a.example",
            "\t", "\0", "é", "-1", "\r", "99999999999"];
        int policies = 0;
        for (int i = 0; i < Files; i++)
        {
            string text = random.Next(4) == 0 ? Good : string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            if (bytes.Length > 0 && random.Next(2) == 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            MtaStsPolicy? policy = MtaStsReader.Read(bytes, out string? fault);
            Assert.NotEqual(policy is null, fault is null);
            policies += policy is null ? 0 : 1;
            if (policy is not null)
            {
                Assert.InRange(policy.MaxAge, 0, MtaStsPolicy.LongestAge);
                Assert.All(policy.Exchangers, e => Assert.Matches("^[a-zA-Z0-9.*-]+$", e));
            }
        }

        Assert.InRange(policies, Files / 50, Files);
    }

    private static MtaStsPolicy? Read(string text, out string? fault) => MtaStsReader.Read(Encoding.UTF8.GetBytes(text), out fault);
}
