using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ExchangeNamespace.Check;

/// <summary>Collects what a check found and says it at the end, the count last.</summary>
internal sealed class Report
{
    private readonly List<TestProject> _projects = [];
    private readonly List<string> _faults = [];
    private readonly List<string> _leftOut = [];
    private readonly List<(string Step, TimeSpan Time)> _times = [];

    public void Add(TestProject project) => _projects.Add(project);

    /// <summary>Something that makes the check fail beside a failed test.</summary>
    public void AddFault(string fault) => _faults.Add(fault);

    /// <summary>Something that this machine does not allow, with how to get it.</summary>
    public void AddLeftOut(IEnumerable<string> entries) => _leftOut.AddRange(entries);

    public void AddTime(string step, TimeSpan time) => _times.Add((step, time));

    /// <summary>Writes everything.</summary>
    /// <returns>The exit code: 0 only when something ran and nothing failed.</returns>
    public int Write(TextWriter output)
    {
        output.WriteLine();
        foreach (TestProject project in _projects)
        {
            foreach (TestResult result in project.Results.Where(r => r.Outcome == Outcome.Passed && r.Text.Length > 0))
            {
                output.WriteLine($"said: {result.Name}: {OneLine(result.Text)}");
            }
        }

        foreach (TestResult result in Results(Outcome.Failed))
        {
            output.WriteLine($"FAILED: {result.Name}");
            output.WriteLine("    " + result.Text.ReplaceLineEndings("\n    "));
        }

        WriteLeftOut(output);
        foreach (TestProject project in _projects)
        {
            output.WriteLine($"{project.Name}: {Counts([project])}, {project.Duration.TotalSeconds:0} s");
        }

        foreach ((string step, TimeSpan time) in _times)
        {
            output.WriteLine($"{step} took {time.TotalSeconds:0} s");
        }

        bool ran = _projects.Any(p => p.Results.Any(r => r.Outcome != Outcome.Skipped));
        foreach (string fault in ran ? _faults : [.. _faults, "no test ran"])
        {
            output.WriteLine("FAULT: " + fault);
        }

        output.WriteLine(Counts(_projects));
        return ran && _faults.Count == 0 && !Results(Outcome.Failed).Any() ? 0 : 1;
    }

    private void WriteLeftOut(TextWriter output)
    {
        IEnumerable<IGrouping<string, TestResult>> reasons = Results(Outcome.Skipped)
            .GroupBy(r => r.Text.Length == 0 ? "The test gives no reason." : OneLine(r.Text));
        if (_leftOut.Count == 0 && !reasons.Any())
        {
            output.WriteLine("Nothing was left out.");
            return;
        }

        output.WriteLine("Left out:");
        foreach (string entry in _leftOut)
        {
            output.WriteLine("- " + entry);
        }

        foreach (IGrouping<string, TestResult> reason in reasons)
        {
            output.WriteLine($"- {reason.Key} Skipped:");
            foreach (TestResult result in reason)
            {
                output.WriteLine("    " + result.Name);
            }
        }
    }

    private IEnumerable<TestResult> Results(Outcome outcome) => _projects.SelectMany(p => p.Results).Where(r => r.Outcome == outcome);

    private static string Counts(IReadOnlyList<TestProject> projects) =>
        $"{projects.Sum(p => p.Count(Outcome.Passed))} passed, {projects.Sum(p => p.Count(Outcome.Failed))} failed, "
        + $"{projects.Sum(p => p.Count(Outcome.Skipped))} skipped";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
