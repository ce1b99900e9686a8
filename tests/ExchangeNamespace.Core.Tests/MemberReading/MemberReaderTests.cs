using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using Xunit;

namespace ExchangeNamespace.Tests.MemberReading;

/// <summary>What each policy takes, and what it refuses.</summary>
public class MemberReaderTests
{
    private const string Forgiving = nameof(MemberPolicy.Forgiving);
    private const string Exact = nameof(MemberPolicy.Exact);
    private const string Captured = nameof(MemberPolicy.Captured);

    [Theory]
    [InlineData(Forgiving, "Text", 5L, FaultIds.MemberWrongType, "Plan.Member is not a text.")]
    [InlineData(Exact, "Text", 5L, FaultIds.MemberWrongType, "Plan.Member is not a text.")]
    [InlineData(Captured, "Text", 5L, "5", null)]
    [InlineData(Captured, "Text", true, "True", null)]
    [InlineData(Forgiving, "Text", "a\nb", FaultIds.TextHasControlCharacter,
        "Plan.Member contains a line break or control character. A one-line command cannot carry it.")]
    [InlineData(Captured, "Text", "a\nb", FaultIds.TextHasControlCharacter,
        "Plan.Member 'a<U+000A>b' contains a line break or control character, which no such value of Exchange has.")]
    [InlineData(Captured, "AnyText", "a\nb", "a\nb", null)]
    [InlineData(Forgiving, "Boolean", "$true", "True", null)]
    [InlineData(Forgiving, "Boolean", "", "", null)]
    [InlineData(Forgiving, "Boolean", "yes", FaultIds.MemberWrongType, "Plan.Member is not $true or $false.")]
    [InlineData(Exact, "Boolean", "True", FaultIds.MemberWrongType, "Plan.Member is not true or false.")]
    [InlineData(Captured, "Boolean", "True", "True", null)]
    [InlineData(Captured, "Boolean", "", FaultIds.StateValueInvalid,
        "Plan.Member is not a Boolean. Is the capture of Exchange, and whole?")]
    [InlineData(Forgiving, "Texts", "a", "a", null)]
    [InlineData(Exact, "Texts", "a", FaultIds.MemberWrongType, "Plan.Member is not a list.")]
    [InlineData(Captured, "Texts", 5L, "5", null)]
    [InlineData(Forgiving, "Texts", 5L, FaultIds.MemberWrongType, "Plan.Member is not a list of texts.")]
    [InlineData(Exact, "Host", "a\n.contoso.com", FaultIds.TextHasControlCharacter,
        "Plan.Member contains a line break or control character. A one-line command cannot carry it.")]
    [InlineData(Forgiving, "Host", 5L, FaultIds.MemberWrongType, "Plan.Member is not a host name.")]
    public void A_value_is_taken_or_refused(string policy, string kind, object value, string expected, string? message)
    {
        List<InputFault> faults = [];
        MemberReader reader = Reader(policy, faults, ("Member", value));

        string read = kind switch
        {
            "Text" => reader.Text("Member") ?? string.Empty,
            "AnyText" => reader.AnyText("Member") ?? string.Empty,
            "Boolean" => reader.Boolean("Member")?.ToString() ?? string.Empty,
            "Texts" => string.Join(",", reader.Texts("Member") ?? []),
            "Host" => reader.Host("Member")?.ToString() ?? string.Empty,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        Assert.Equal(message, faults.SingleOrDefault()?.Message);
        Assert.Equal(expected, faults.SingleOrDefault()?.Id ?? read);
    }

    [Fact]
    public void A_list_that_is_too_long_is_refused_in_a_capture()
    {
        List<InputFault> faults = [];
        MemberReader reader = Reader(Captured, faults, ("Member", Enumerable.Repeat("a", 5001).ToArray<object?>()));

        Assert.Equal(5000, reader.Texts("Member")!.Count);
        Assert.Equal(FaultIds.StateValueInvalid, Assert.Single(faults).Id);
    }

    [Theory]
    [InlineData(Forgiving, "ExternalHsot", "'ExternalHsot' is not a member of Plan. Did you mean ExternalHost?")]
    [InlineData(Exact, "ExternalHsot", "'ExternalHsot' is not a member of Plan. Did you mean ExternalHost?")]
    [InlineData(Exact, "externalHost", "'externalHost' is not a member of Plan. Did you mean ExternalHost?")]
    [InlineData(Exact, "Colour", "'Colour' is not a member of Plan. Known: ExternalHost, Site.")]
    [InlineData(Forgiving, "externalHost", null)]
    [InlineData(Captured, "ExternalHsot", null)]
    public void An_unknown_member_is_told_with_what_was_meant(string policy, string member, string? message)
    {
        List<InputFault> faults = [];
        MemberReader reader = Reader(policy, faults, (member, "a"));

        reader.Text("ExternalHost");
        reader.Text("Site");
        reader.Finish();

        Assert.Equal(message, faults.SingleOrDefault()?.Message);
        Assert.All(faults, f => Assert.Equal((FaultIds.MemberUnknown, "Plan." + member), (f.Id, f.Parameter)));
    }

    [Fact]
    public void Of_the_object_of_another_only_a_near_miss_is_refused_and_the_rest_is_judged_once()
    {
        List<InputFault> faults = [];
        HashSet<string> unrelated = [];
        MemberReader reader = new(new Dictionary<string, object?> { ["ExternalHsot"] = "a", ["Colour"] = "b" }, "Plan",
            MemberPolicy.Forgiving with { Unknown = UnknownMembers.RefuseNearMisses }, faults);

        reader.Text("ExternalHost");
        reader.Finish(unrelated);

        Assert.Equal("'ExternalHsot' looks like a mistyped ExternalHost.", Assert.Single(faults).Message);
        Assert.Equal("Colour", Assert.Single(unrelated));
    }

    [Fact]
    public void Two_letter_cases_of_one_name_are_refused_where_case_does_not_matter()
    {
        List<InputFault> faults = [];

        _ = Reader(Forgiving, faults, ("Name", "a"), ("name", "b"));

        Assert.Equal(FaultIds.MemberDuplicate, Assert.Single(faults).Id);
    }

    private static MemberReader Reader(string policy, List<InputFault> faults, params (string Name, object? Value)[] members) => new(
        members.ToDictionary(m => m.Name, m => m.Value),
        "Plan",
        policy switch
        {
            Forgiving => MemberPolicy.Forgiving,
            Exact => MemberPolicy.Exact,
            _ => MemberPolicy.Captured,
        },
        faults);
}
