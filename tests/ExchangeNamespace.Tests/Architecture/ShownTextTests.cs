using System;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>Text from outside cannot move the cursor or turn the direction of what is shown, by whichever door it comes.</summary>
public class ShownTextTests
{
    private const string Hostile = "a\u001b]0;x\u0007b\u202Ec\u2066d\u200Be\u2028f\r\ng\u009B\uD800";

    public static TheoryData<string> Doors => [.. Rendered.Keys];

    private static Dictionary<string, Func<string, IEnumerable<string>>> Rendered { get; } = new()
    {
        ["finding"] = text => Of(new Finding { Code = "EXN001", Severity = FindingSeverity.Warning, Subject = text, Message = text, Remedy = text, Rule = "S1" }),
        ["fault"] = text => Of(ErrorRecords.Fault(new InputFault(FaultIds.ValueOutOfRange, "Name", text, text))),
        ["fault with its parameter"] = text => Of(ErrorRecords.Fault(new InputFault(FaultIds.ValueOutOfRange, text, text, "wrong"))),
        ["error of a finding"] = text => Of(ErrorRecords.Finding(Findings.Error("EXN001", text, text, text, "S1"))),
        ["file that is missing"] = text => Of(ErrorRecords.FileNotFound(text)),
        ["file that exists"] = text => Of(ErrorRecords.FileExists(text)),
        ["link"] = text => Of(ErrorRecords.PathIsLink(text)),
        ["no text"] = text => Of(ErrorRecords.FileNotText(text, text)),
        ["folder that is missing"] = text => Of(ErrorRecords.FolderMissing(text, text)),
        ["server that is not planned"] = text => Of(ErrorRecords.ServerNotInPlan(text, [text])),
        ["rehearsal"] = text => Of(ErrorRecords.RehearseNotInVersion([text])),
        ["path"] = text => [PathText.Of(text)],
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public void Nothing_hidden_comes_through(string door) => Assert.All(
        Rendered[door](Hostile), shown => Assert.DoesNotContain(shown, c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u202E' or '\u2066' or '\u200B' or '\u2028'));

    [Theory]
    [InlineData("Müller, Žižka, 日本, עברית")]
    [InlineData("")]
    public void Letters_of_every_language_stay(string text) => Assert.Same(text, ShownText.Of(text));

    [Fact]
    public void A_pair_of_surrogates_is_one_character() => Assert.Equal("\U0001F600<U+D83D>", ShownText.Of("\U0001F600\uD83D"));

    private static IEnumerable<string> Of(Finding finding) => [finding.Subject, finding.Message, finding.Remedy, finding.ToString()];

    private static IEnumerable<string> Of(ErrorRecord record) => [record.ErrorDetails.Message, record.ToString()];
}
