using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace ExchangeNamespace.Framework.Tests;

/// <summary>The tests that need no engine, run on .NET Framework or Mono: each a test here, with its own result.</summary>
public sealed class SameTestsTests
{
    private const int AtLeast = 5_900;

    private static readonly string Runtime = OperatingSystem.IsWindows() ? ".NET Framework" : "Mono";

    /// <summary>A row for each test; a row that skips where no such runtime is there.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Results()
    {
        if (!OtherRuntime.IsThere)
        {
            return [new("", "") { TestDisplayName = Runtime, Label = "", Skip = OtherRuntime.Missing }];
        }

        string file = Path.GetTempFileName();
        try
        {
            // What takes long on .NET already is not asked twice.
            string said = OtherRuntime.Run(OtherRuntime.Metadata("Tests"), ["-trait-", "Takes=Long", "-noColor", "-xml", file]);
            TheoryDataRow<string, string>[] rows = new FileInfo(file).Length == 0 ? [] : Rows(XDocument.Load(file).Root!);
            return rows.Length >= AtLeast ? rows : [.. rows, Failed("too few tests", $"only {rows.Length} results:\n{said}")];
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Same(string result, string message) => Assert.True(result == "Pass", message);

    private static TheoryDataRow<string, string>[] Rows(XElement run) =>
    [
        .. run.Descendants("test").Select(test => new TheoryDataRow<string, string>((string)test.Attribute("result")!, Message(test))
        {
            TestDisplayName = $"{Runtime}, {(string?)test.Attribute("name")}",
            // Without the arguments behind the name.
            Label = "",
            Skip = (string?)test.Attribute("result") == "Skip" ? (string?)test.Element("reason") ?? "The test gives no reason." : null,
        }),
        // What fails outside of a test: a fixture, a class that cannot be made.
        .. run.Descendants("error").Select(error => Failed("beside the tests", error.Value)),
    ];

    private static TheoryDataRow<string, string> Failed(string what, string message) =>
        new("Fail", message) { TestDisplayName = $"{Runtime}, {what}", Label = "" };

    private static string Message(XElement test) =>
        string.Join("\n", test.Descendants().Where(e => e.Name.LocalName is "message" or "stack-trace").Select(e => e.Value));
}
