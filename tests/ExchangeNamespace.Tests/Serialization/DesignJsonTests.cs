using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public class DesignJsonTests
{
    [Fact]
    public void Members_come_as_a_neutral_tree_without_the_schema_version()
    {
        IReadOnlyDictionary<string, object?> members = Read("""
            { "schemaVersion": 1, "ExternalHost": "mail.contoso.com", "KeepInternalUrl": false, "a": 12, "b": 1.5, "c": null,
              "AsOf": "2026-03-15T10:00:00Z", "Site": [ { "Name": "Bern" } ], "server": "CAS01" }
            """);

        Assert.Equal("mail.contoso.com", members["externalhost"]);
        Assert.Equal(false, members["KEEPINTERNALURL"]);
        Assert.Equal(12L, members["a"]);
        Assert.Equal(1.5, members["b"]);
        Assert.Null(members["c"]);
        Assert.Equal("2026-03-15T10:00:00Z", members["AsOf"]);
        IReadOnlyList<object?> sites = Assert.IsAssignableFrom<IReadOnlyList<object?>>(members["site"]);
        Assert.Equal("Bern", Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(sites[0])["name"]);
        Assert.Equal("CAS01", members["Server"]);
        Assert.False(members.ContainsKey("schemaVersion"));
    }

    [Theory]
    [InlineData("{ \"ExternalHost\": \"mail.contoso.com\" }", FaultIds.MemberMissing)]
    [InlineData("{ \"schemaVersion\": 7 }", FaultIds.SchemaVersionUnsupported)]
    [InlineData("{ \"schemaVersion\": 1.0 }", FaultIds.MemberWrongType)]
    [InlineData("{ \"schemaVersion\": 1, \"Site\": [], \"site\": [] }", FaultIds.MemberDuplicate)]
    [InlineData("{ \"schemaVersion\": 1", FaultIds.JsonInvalid)]
    [InlineData("[]", FaultIds.MemberWrongType)]
    public void A_bad_form_is_refused(string json, string id)
    {
        (IReadOnlyDictionary<string, object?>? members, IReadOnlyList<InputFault> faults) = DesignJson.Read(json, RequestReader.DesignSchemaVersion);

        Assert.Null(members);
        Assert.Equal(id, Assert.Single(faults).Id);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            IReadOnlyDictionary<string, object?> members = Read("{ \"SCHEMAVERSION\": 1, \"MAILHOST\": \"mx.contoso.com\", \"n\": 1.25, \"i\": -12 }");

            Assert.Equal("mx.contoso.com", members["mailHost"]);
            Assert.Equal(1.25, members["n"]);
            Assert.Equal(-12L, members["i"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IReadOnlyDictionary<string, object?> Read(string json)
    {
        (IReadOnlyDictionary<string, object?>? members, IReadOnlyList<InputFault> faults) = DesignJson.Read(json, RequestReader.DesignSchemaVersion);
        Assert.Empty(faults);
        return members!;
    }
}
