using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace ExchangeNamespace.Check;

/// <summary>The results of one test project, read from its TRX file.</summary>
internal sealed class TestProject
{
    private TestProject(string name, TimeSpan duration, IReadOnlyList<TestResult> results)
    {
        Name = name;
        Duration = duration;
        Results = results;
    }

    public string Name { get; }

    public TimeSpan Duration { get; }

    public IReadOnlyList<TestResult> Results { get; }

    /// <summary>Reads a TRX file.</summary>
    public static TestProject Read(string name, string path)
    {
        XElement run = XDocument.Load(path).Root!;
        XNamespace ns = run.Name.Namespace;
        XElement? times = run.Element(ns + "Times");
        TimeSpan duration = Time(times, "finish") - Time(times, "start");
        return new(name, duration, [.. run.Descendants(ns + "UnitTestResult").Select(Result)]);
    }

    public int Count(Outcome outcome) => Results.Count(r => r.Outcome == outcome);

    // What is neither passed nor skipped has failed, timeouts and aborted runs among them.
    private static TestResult Result(XElement result)
    {
        Outcome outcome = (string?)result.Attribute("outcome") switch
        {
            "Passed" => Outcome.Passed,
            "NotExecuted" => Outcome.Skipped,
            _ => Outcome.Failed,
        };
        XElement? output = result.Element(result.Name.Namespace + "Output");
        string? said = (string?)output?.Element(output.Name.Namespace + "StdOut");
        XElement? error = output?.Element(output.Name.Namespace + "ErrorInfo");
        string? message = (string?)error?.Element(error.Name.Namespace + "Message");
        return new((string?)result.Attribute("testName") ?? "", outcome, (outcome == Outcome.Passed ? said : message ?? said)?.Trim() ?? "");
    }

    private static DateTimeOffset Time(XElement? times, string name) =>
        (string?)times?.Attribute(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : default;
}
