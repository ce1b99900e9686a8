using System;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class FqdnTests
{
    private static readonly string Label63 = new('a', 63);

    /// <summary>A name of 253 characters: three labels of 63, one of 57 and <c>.com</c>.</summary>
    private static readonly string Name253 = string.Join('.', Label63, Label63, Label63, new string('b', 57), "com");

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("MAIL.Contoso.COM", "mail.contoso.com")]
    [InlineData("1mail.contoso.com", "1mail.contoso.com")]
    [InlineData("220.contoso.com", "220.contoso.com")]
    [InlineData("1.2.3.com", "1.2.3.com")]
    [InlineData("a-b.contoso.com", "a-b.contoso.com")]
    [InlineData("a--b.contoso.com", "a--b.contoso.com")]
    [InlineData("abc--d.contoso.com", "abc--d.contoso.com")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("b\u00fccher.example", "xn--bcher-kva.example")]
    [InlineData("B\u00dcCHER.Example", "xn--bcher-kva.example")]
    [InlineData("bu\u0308cher.example", "xn--bcher-kva.example")]
    [InlineData("\u0440\u0444.example", "xn--p1ai.example")]
    [InlineData("contoso.com", "contoso.com")]
    public void A_host_name_is_read_in_lower_case_ASCII(string text, string expected)
    {
        Assert.True(Fqdn.TryParse(text, "ExternalHost", out Fqdn? name, out InputFault? fault), fault?.Message);
        Assert.Equal(expected, name.Value);
        Assert.Equal(Fqdn.Parse(expected), name);
    }

    [Theory]
    [InlineData(null, FaultIds.NameEmpty)]
    [InlineData("", FaultIds.NameEmpty)]
    [InlineData(" ", FaultIds.NameHasSpace)]
    [InlineData("mail contoso.com", FaultIds.NameHasSpace)]
    [InlineData(" mail.contoso.com", FaultIds.NameHasSpace)]
    [InlineData("mail.contoso.com\n", FaultIds.NameHasSpace)]
    [InlineData("mail.contoso.com\0", FaultIds.NameHasSpace)]
    [InlineData("mail.contoso\u2028.com", FaultIds.NameHasSpace)]
    [InlineData("mail\u00a0.contoso.com", FaultIds.NameHasSpace)]
    [InlineData("192.0.2.10", FaultIds.IpAddressWhereHostExpected)]
    [InlineData("999.999.999.999", FaultIds.IpAddressWhereHostExpected)]
    [InlineData("2001:db8::1", FaultIds.IpAddressWhereHostExpected)]
    [InlineData("::1", FaultIds.IpAddressWhereHostExpected)]
    [InlineData("https://mail.contoso.com", FaultIds.UrlWhereHostExpected)]
    [InlineData("mail.contoso.com/owa", FaultIds.UrlWhereHostExpected)]
    [InlineData("msstd://x", FaultIds.UrlWhereHostExpected)]
    [InlineData("*.contoso.com", FaultIds.WildcardHost)]
    [InlineData("*", FaultIds.WildcardHost)]
    [InlineData("m*il.contoso.com", FaultIds.WildcardHost)]
    [InlineData("web_mail.contoso.com", FaultIds.NameHasUnderscore)]
    [InlineData("_autodiscover._tcp.contoso.com", FaultIds.NameHasUnderscore)]
    [InlineData("mail.contoso.com.", FaultIds.NameTrailingDot)]
    [InlineData(".", FaultIds.NameTrailingDot)]
    [InlineData(".contoso.com", FaultIds.NameEmptyLabel)]
    [InlineData("mail..contoso.com", FaultIds.NameEmptyLabel)]
    [InlineData("-mail.contoso.com", FaultIds.LabelHyphen)]
    [InlineData("mail-.contoso.com", FaultIds.LabelHyphen)]
    [InlineData("ab--c.contoso.com", FaultIds.LabelHyphen)]
    [InlineData("mail.contoso.com:443", FaultIds.NameBadCharacter)]
    [InlineData("mail.contoso.com'", FaultIds.NameBadCharacter)]
    [InlineData("$(calc).contoso.com", FaultIds.NameBadCharacter)]
    [InlineData("mail@contoso.com", FaultIds.NameBadCharacter)]
    [InlineData("CAS01\\owa.contoso.com", FaultIds.NameBadCharacter)]
    [InlineData("mail;contoso.com", FaultIds.NameBadCharacter)]
    [InlineData("mail.contoso.220", FaultIds.NameNumericTopLevel)]
    [InlineData("1.2", FaultIds.NameNumericTopLevel)]
    [InlineData("webmail", FaultIds.NameSingleLabel)]
    [InlineData("localhost", FaultIds.NameSingleLabel)]
    [InlineData("mail\u3002contoso\u3002com", FaultIds.NameNotMappable)]
    [InlineData("\uff45xample.com", FaultIds.NameNotMappable)]
    [InlineData("exa\u00admple.com", FaultIds.NameNotMappable)]
    [InlineData("mail\u2019.contoso.com", FaultIds.NameNotMappable)]
    [InlineData("mail\u2013x.contoso.com", FaultIds.NameNotMappable)]
    [InlineData("mail\u200d.contoso.com", FaultIds.NameNotMappable)]
    [InlineData("\ud83d\ude00.contoso.com", FaultIds.NameNotMappable)]
    [InlineData("\u0130stanbul.example", FaultIds.NameNotMappable)]
    [InlineData("mail\u202e.contoso.com", FaultIds.NameNotMappable)]
    [InlineData("\ud800.contoso.com", FaultIds.NameNotMappable)]
    public void What_is_no_host_name_has_its_own_error_id(string? text, string id)
    {
        Assert.False(Fqdn.TryParse(text, "ExternalHost", out Fqdn? name, out InputFault? fault));
        Assert.Null(name);
        Assert.Equal(id, fault.Id);
        Assert.Equal("ExternalHost", fault.Parameter);
        Assert.Equal(text, fault.Value);
        Assert.All(fault.Message, c => Assert.InRange(c, ' ', '~'));
    }

    [Fact]
    public void A_label_has_at_most_63_characters()
    {
        Assert.True(Fqdn.TryParse(Label63 + ".contoso.com", "p", out _, out _));
        Assert.False(Fqdn.TryParse(Label63 + "a.contoso.com", "p", out _, out InputFault? fault));
        Assert.Equal(FaultIds.LabelTooLong, fault.Id);
    }

    [Fact]
    public void A_name_has_at_most_253_characters()
    {
        Assert.Equal(253, Name253.Length);
        Assert.True(Fqdn.TryParse(Name253, "p", out _, out _));
        Assert.False(Fqdn.TryParse("c" + Name253.Replace("b", "bb", StringComparison.Ordinal), "p", out _, out InputFault? far));
        Assert.False(Fqdn.TryParse(Name253.Replace("com", "comm", StringComparison.Ordinal), "p", out _, out InputFault? byOne));
        Assert.Equal((FaultIds.NameTooLong, FaultIds.NameTooLong), (far.Id, byOne.Id));
    }

    [Fact]
    public void The_limits_hold_for_the_ASCII_form_of_an_internationalised_name() =>
        Assert.False(Fqdn.TryParse(new string('\u00fc', 60) + ".example", "p", out _, out _));

    [Fact]
    public void A_long_name_is_cut_in_the_message_only()
    {
        string text = string.Concat(Enumerable.Repeat("\u2019", 300));
        Assert.False(Fqdn.TryParse(text, "p", out _, out InputFault? fault));
        Assert.InRange(fault.Message.Length, 1, 300);
        Assert.Equal(text, fault.Value);
    }

    [Fact]
    public void Parts_of_a_name()
    {
        Fqdn name = Fqdn.Parse("mail.emea.contoso.com");

        Assert.Equal("mail", name.FirstLabel);
        Assert.Equal("com", name.TopLevelDomain);
        Assert.Equal("emea.contoso.com", name.Parent!.Value);
        Assert.Null(Fqdn.Parse("contoso.com").Parent);
        Assert.True(name.IsIn(Fqdn.Parse("contoso.com")));
        Assert.True(name.IsIn(name));
        Assert.False(name.IsIn(Fqdn.Parse("toso.com")));
        Assert.False(Fqdn.Parse("contoso.com").IsIn(name));
        Assert.True(name.TryPrepend("autodiscover", out Fqdn? longer));
        Assert.Equal("autodiscover.mail.emea.contoso.com", longer.Value);
        Assert.False(Fqdn.Parse(Name253).TryPrepend("autodiscover", out _));
        Assert.Throws<ArgumentException>(() => Fqdn.Parse("no name"));
    }
}
