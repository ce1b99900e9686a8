using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Model;

public class ServerNameTests
{
    [Theory]
    [InlineData("CASServer", "CASServer", null)]
    [InlineData("cas01", "cas01", null)]
    [InlineData("15CHARACTERS-AB", "15CHARACTERS-AB", null)]
    [InlineData("1a", "1a", null)]
    [InlineData("CAS01.corp.contoso.com", "CAS01", "cas01.corp.contoso.com")]
    [InlineData("15CHARACTERS-AB.corp.contoso.com", "15CHARACTERS-AB", "15characters-ab.corp.contoso.com")]
    public void A_server_has_a_NetBIOS_name_in_its_own_letter_case_and_may_have_a_full_one(string text, string expected, string? fqdn)
    {
        Assert.True(ServerName.TryParse(text, "Server", out string? name, out Fqdn? full, out InputFault? fault), fault?.Message);
        Assert.Equal((expected, fqdn), (name, full?.Value));
    }

    [Theory]
    [InlineData("16CHARACTERS-ABC", FaultIds.NetBiosNameTooLong)]
    [InlineData("16CHARACTERS-ABC.corp.contoso.com", FaultIds.NetBiosNameTooLong)]
    [InlineData("12345", FaultIds.ServerNameNumeric)]
    [InlineData("12345.contoso.com", FaultIds.ServerNameNumeric)]
    [InlineData("", FaultIds.NameEmpty)]
    [InlineData(null, FaultIds.NameEmpty)]
    [InlineData("CAS 01", FaultIds.NameHasSpace)]
    [InlineData("CAS_01", FaultIds.NameHasUnderscore)]
    [InlineData("CAS01.", FaultIds.NameTrailingDot)]
    [InlineData("CAS*", FaultIds.WildcardHost)]
    [InlineData("10.0.0.1", FaultIds.IpAddressWhereHostExpected)]
    [InlineData("https://CAS01", FaultIds.UrlWhereHostExpected)]
    [InlineData("CAS01\\owa", FaultIds.NameBadCharacter)]
    [InlineData("CAS'01", FaultIds.NameBadCharacter)]
    [InlineData("CAS01.contoso.220", FaultIds.NameNumericTopLevel)]
    [InlineData("-CAS01", FaultIds.LabelHyphen)]
    [InlineData("M\u00fcnchen01", FaultIds.NameBadCharacter)]
    public void What_is_no_server_name_has_its_own_error_id(string? text, string id)
    {
        Assert.False(ServerName.TryParse(text, "Server", out string? name, out _, out InputFault? fault));
        Assert.Null(name);
        Assert.Equal((id, "Server"), (fault.Id, fault.Parameter));
    }
}
