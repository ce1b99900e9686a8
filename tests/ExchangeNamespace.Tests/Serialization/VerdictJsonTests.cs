using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public sealed class VerdictJsonTests
{
    private const string Hostile = "a\"b\\c\r\nd\t\0\u202E \u00E4 </script>";

    private static readonly DateTime Now = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Members_stand_in_one_order_and_every_character_is_ASCII()
    {
        string text = Written(writer => JsonFactory.WriteVerdict(Verdict(), writer));

        Assert.All(text, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
        string[] names = [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith('"')).Select(l => l.Split('"')[1])];
        Assert.Equal(
            ["schemaVersion", "subject", "outcome", "message", "checkedAt", "checked", "passed", "warnings", "failed", "unknown", "results",
                "check", "subject", "outcome", "message", "remedy", "rule", "change", "validUntil", "findings",
                "code", "severity", "subject", "message", "remedy", "rule", "notChecked", "check", "needs"],
            names);
        Assert.Equal(text, Written(writer => JsonFactory.WriteVerdict(Verdict(), writer)));
    }

    [Fact]
    public void A_baseline_is_read_as_it_was_written()
    {
        BaselineEntry[] problems = [.. Baseline.Of(Verdict().Results), new(NamespaceCheck.StartTls, "EX01\\Default", "S49", string.Empty, CheckOutcome.Unknown)];

        (IReadOnlyList<BaselineEntry>? read, IReadOnlyList<InputFault> faults) =
            JsonFactory.ReadBaseline(Written(writer => JsonFactory.WriteBaseline(problems, writer)), TestContext.Current.CancellationToken);

        Assert.Empty(faults);
        Assert.Equal(problems, read);
    }

    [Theory]
    [InlineData("", FaultIds.JsonInvalid)]
    [InlineData("[]", FaultIds.MemberWrongType)]
    [InlineData("{}", FaultIds.FileOfOtherKind)]
    [InlineData("<Objs>", FaultIds.FileOfOtherKind)]
    [InlineData("{ \"problems\": [] }", FaultIds.MemberMissing)]
    [InlineData("{ \"schemaVersion\": 2, \"problems\": [] }", FaultIds.SchemaVersionUnsupported)]
    [InlineData("{ \"schemaVersion\": 1, \"externalHost\": \"mail.contoso.com\", \"servers\": [] }", FaultIds.FileOfOtherKind)]
    [InlineData("{ \"schemaVersion\": 1, \"problems\": 1 }", FaultIds.MemberWrongType)]
    [InlineData("{ \"schemaVersion\": 1, \"problems\": [], \"more\": 1 }", FaultIds.MemberUnknown)]
    [InlineData("{ \"schemaVersion\": 1, \"problems\": [{ \"check\": \"x\", \"subject\": \"a\", \"rule\": \"S1\", \"code\": \"\", \"outcome\": \"Failed\" }] }", FaultIds.ValueNotListed)]
    public void Another_file_is_refused(string text, string fault)
    {
        (IReadOnlyList<BaselineEntry>? read, IReadOnlyList<InputFault> faults) = JsonFactory.ReadBaseline(text, TestContext.Current.CancellationToken);

        Assert.Null(read);
        Assert.Contains(fault, faults.Select(f => f.Id));
    }

    private static NamespaceVerdict Verdict() => VerdictMaker.Make(Hostile, [new NamespaceCheckResult
    {
        Check = NamespaceCheck.SplitDns,
        Subject = Hostile,
        Outcome = CheckOutcome.Failed,
        Message = Hostile,
        Remedy = Hostile,
        Rule = "S1",
        Change = VerdictChange.New,
        ValidUntil = Now,
        Findings = [new Finding { Code = "EXN127", Severity = FindingSeverity.Error, Subject = "s", Message = Hostile, Remedy = "r", Rule = "S1" }],
    }], [new CheckNotMade(NamespaceCheck.MailIdentity, "Give -Probe.")], Now);

    private static string Written(Action<TextWriter> write)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        write(text);
        return text.ToString();
    }
}
