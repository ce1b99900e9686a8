using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public class PlanJsonRefusalTests
{
    private static readonly string Valid = Documents.Write(Documents.Rich());

    [Theory]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com/owa'; Remove-Item C:\\\\ -Recurse; '\"", FaultIds.UrlPathInvalid)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com/$(calc)\"", FaultIds.UrlPathInvalid)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com/owa\\nRemove-Item\"", FaultIds.TextHasControlCharacter)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://*.contoso.com/owa\"", FaultIds.WildcardHost)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://admin@mail.contoso.com/owa\"", FaultIds.UrlPartNotAllowed)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com:8443/owa\"", FaultIds.UrlPartNotAllowed)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com/owa?a=b\"", FaultIds.UrlPartNotAllowed)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com/owa#top\"", FaultIds.UrlPartNotAllowed)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"file://mail.contoso.com/owa\"", FaultIds.UrlSchemeUnsupported)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"mail.contoso.com\"", FaultIds.HostWhereUrlExpected)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://10.0.0.1/owa\"", FaultIds.IpAddressWhereHostExpected)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail/owa\"", FaultIds.NameSingleLabel)]
    [InlineData("\"https://mail.contoso.com/owa\"", "\"https://mail.contoso.com\"", FaultIds.UrlPathInvalid)]
    [InlineData("\"value\":\"oa.contoso.com\"", "\"value\":\"https://mail.contoso.com\"", FaultIds.UrlWhereHostExpected)]
    [InlineData("\"name\":\"EX16A\"", "\"name\":\"EX16A;calc\"", FaultIds.NameBadCharacter)]
    [InlineData("\"name\":\"EX16A\"", "\"name\":\"EX16A.corp.example\"", FaultIds.NameBadCharacter)]
    [InlineData("\"name\":\"EX16A\"", "\"name\":\"ex16b\"", FaultIds.ServerDuplicate)]
    [InlineData("\"version\":\"2016CU23\"", "\"version\":\"2016CU23; calc\"", FaultIds.VersionUnknown)]
    [InlineData("\"version\":\"2016CU23\"", "\"version\":\"2007SP3\"", FaultIds.InputContradiction)]
    [InlineData("\"parameter\":\"FormsAuthentication\"", "\"parameter\":\"Forms Authentication;calc\"", FaultIds.ValueNotListed)]
    [InlineData("\"parameter\":\"FormsAuthentication\"", "\"parameter\":\"Confirm\"", FaultIds.ValueNotListed)]
    [InlineData("\"service\": \"OWA\"", "\"service\": \"Owa\"", FaultIds.ValueNotListed)]
    [InlineData("\"service\": \"OWA\"", "\"service\": \"EWS\"", FaultIds.InputContradiction)]
    [InlineData("\"action\":\"Set\"", "\"action\":\"1\"", FaultIds.ValueNotListed)]
    [InlineData("\"action\":\"Set\"", "\"action\":\"Clear\"", FaultIds.InputContradiction)]
    [InlineData("\"serviceSet\":0", "\"serviceSet\":99", FaultIds.ValueOutOfRange)]
    [InlineData("\"serviceSet\":0", "\"serviceSet\":-1", FaultIds.ValueOutOfRange)]
    [InlineData("\"serviceSet\":0", "\"serviceSet\":0.0", FaultIds.MemberWrongType)]
    [InlineData("\"asOf\": \"2026-06-01\"", "\"asOf\": \"\"", FaultIds.MemberWrongType)]
    [InlineData("\"serviceSet\":0", "\"serviceSet\":00", FaultIds.JsonInvalid)]
    [InlineData("\"serviceSet\":0", "\"serviceSet\":0x0", FaultIds.JsonInvalid)]
    [InlineData("\"asOf\": \"2026-06-01\"", "\"asOf\": \"06/01/2026\"", FaultIds.MemberWrongType)]
    [InlineData("\"asOf\": \"2026-06-01\"", "\"asOf\": \"2026-06-01T00:00:00Z\"", FaultIds.MemberWrongType)]
    [InlineData("\"addresses\":[\"10.0.0.7\"]", "\"addresses\":[\"10.7\"]", FaultIds.AddressInvalid)]
    [InlineData("\"addresses\":[\"10.0.0.7\"]", "\"addresses\":\"10.0.0.7\"", FaultIds.MemberWrongType)]
    [InlineData("\"internetFacing\":true", "\"internetFacing\":\"true\"", FaultIds.MemberWrongType)]
    [InlineData("\"internetFacing\":true", "\"internetFacing\":null", FaultIds.MemberMissing)]
    [InlineData("\"provider\": \"EXPR\"", "\"provider\": \"EXPR -Confirm\"", FaultIds.ValueNotListed)]
    [InlineData("msstd:", "msstd:$(calc)", FaultIds.NameBadCharacter)]
    [InlineData("\"code\": \"EXN", "\"code\": \"EXN;", FaultIds.ValueNotListed)]
    [InlineData("\"privateKeyExportable\":", "\"PrivateKeyExportable\":", FaultIds.MemberUnknown)]
    [InlineData("\"externalZone\": \"contoso.com\",", "", FaultIds.MemberMissing)]
    [InlineData("\"externalZone\":", "\"externalHost\": \"a.example.com\", \"externalZone\":", FaultIds.MemberDuplicate)]
    [InlineData("\"externalZone\":", "\"$type\": \"System.Diagnostics.Process\", \"externalZone\":", FaultIds.MemberUnknown)]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", FaultIds.SchemaVersionUnsupported)]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": \"1\"", FaultIds.MemberWrongType)]
    [InlineData("\"schemaVersion\": 1,", "", FaultIds.MemberMissing)]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 1, // one\n", FaultIds.JsonInvalid)]
    [InlineData("\"schemaVersion\": 1,", "/* one */ \"schemaVersion\": 1,", FaultIds.JsonInvalid)]
    [InlineData("\"schemaVersion\": 1,", "'schemaVersion': 1,", FaultIds.JsonInvalid)]
    [InlineData("\"schemaVersion\": 1,", "schemaVersion: 1,", FaultIds.JsonInvalid)]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": NaN,", FaultIds.JsonInvalid)]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 99999999999999999999999,", FaultIds.JsonInvalid)]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 1,,", FaultIds.JsonInvalid)]
    public void An_edited_plan_is_refused(string original, string edited, string id)
    {
        Assert.Contains(original, Valid, StringComparison.Ordinal);

        Assert.Contains(Refused(Valid.Replace(original, edited, StringComparison.Ordinal)), f => f.Id == id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{ \"schemaVersion\": 1, }")]
    [InlineData("{ \"schemaVersion\": [1,] }")]
    [InlineData("{} {}")]
    [InlineData("{} // end")]
    [InlineData("{ }\r}")]
    [InlineData("{ }\n\r\"")]
    [InlineData("{ \"a\": new Date(1) }")]
    [InlineData("{ \"a\": undefined }")]
    [InlineData("{ \"a\": \"\\\"\\\\\", \"b\": \"one\ntwo\" }")]
    [InlineData("{ \"a\": \"\\n\", \"b\\\"\t\": 1 }")]
    [InlineData("{ \"a\": \"\0\" }")]
    [InlineData("{ \0 \"a\": 1 }")]
    [InlineData("{\u00A0\"a\": 1 }")]
    [InlineData("{\f\"a\": 1 }")]
    [InlineData("{ \"a\": \"it\\'s\" }")]
    public void What_is_not_json_is_refused(string text) => Assert.Equal(FaultIds.JsonInvalid, Assert.Single(Refused(text)).Id);

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"plan\"")]
    public void Another_root_is_refused(string text) => Assert.Equal(FaultIds.MemberWrongType, Assert.Single(Refused(text)).Id);

    [Fact]
    public void A_cut_plan_is_refused_wherever_it_is_cut()
    {
        for (int length = 0; length < Valid.TrimEnd().Length; length += 97)
        {
            Assert.Contains(Refused(Valid[..length]), f => f.Id == FaultIds.JsonInvalid);
        }
    }

    [Fact]
    public void The_place_of_a_form_error_is_told() =>
        Assert.Contains("line 3, column 4", Assert.Single(Refused("{\r\n\"schemaVersion\": 1,\n   '")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_place_of_a_bare_control_character_is_told() =>
        Assert.Contains("line 2, column 9", Assert.Single(Refused("{ \"a\": 1,\r\n  \"b\": \"\t\" }")).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_has_a_limit()
    {
        InputFault fault = Assert.Single(Refused("{ \"a\": " + new string('[', 100_000)));

        Assert.Equal((FaultIds.InputOverLimit, string.Empty), (fault.Id, fault.Parameter));
        Assert.Contains("more than 32 deep", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(31, FaultIds.MemberUnknown)]
    [InlineData(32, FaultIds.InputOverLimit)]
    public void The_limit_of_the_depth_is_the_stated_one(int lists, string id) => Assert.Contains(
        Refused("{ \"schemaVersion\": 1, \"a\": " + new string('[', lists) + new string(']', lists) + " }"), f => f.Id == id);

    [Fact]
    public void The_path_of_a_fault_leads_to_the_member() =>
        Assert.Contains(Refused(Valid.Replace("\"name\":\"EX16A\"", "\"name\":\"_\"", StringComparison.Ordinal)), f => f.Parameter == "servers[2].name");

    private static IReadOnlyList<InputFault> Refused(string json)
    {
        (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = PlanJson.Read(json);
        Assert.Null(plan);
        Assert.NotEmpty(faults);
        return faults;
    }
}
