using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using Xunit;

namespace ExchangeNamespace.Tests.Support;

/// <summary>
/// Text beside a file that was read once. Set EXN_UPDATE_GOLDEN=1 to write the files anew, and read the difference before it is committed.
/// </summary>
internal static class GoldenText
{
    /// <param name="file">The path below the tests of the core, for example <c>MailFlow/Golden/refusals.golden.txt</c>.</param>
    /// <param name="lines">What the product says now.</param>
    public static void Hold(string file, IEnumerable<string> lines) => Hold(file, string.Concat(lines.Select(l => l + "\n")));

    /// <param name="file">The path below the tests of the core.</param>
    /// <param name="text">What the product says now, compared with every line end.</param>
    public static void Hold(string file, string text)
    {
        string path = Path.Combine(SharedData.RepositoryRoot(), "tests", "ExchangeNamespace.Core.Tests", file);
        if (Environment.GetEnvironmentVariable("EXN_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.True(File.Exists(path), "There is no golden file yet; EXN_UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path, Encoding.UTF8), text);
    }

    /// <summary>A finding with all that it says.</summary>
    public static IEnumerable<string> Lines(Finding finding)
    {
        yield return $"{finding.Code} {finding.Severity} [{finding.Rule}] {finding.Subject}";
        yield return "  message: " + finding.Message;
        yield return "  remedy: " + finding.Remedy;
        if (finding.Values.Count > 0)
        {
            yield return "  values: " + string.Join(" | ", finding.Values);
        }
    }

    /// <summary>A refusal with all that it says.</summary>
    public static string Line(InputFault fault) => $"{fault.Id} {fault.Parameter} {Shown(fault.Value)}: {fault.Message}";

    private static string Shown(object? value) => value switch
    {
        null => "(null)",
        string text => "'" + text.Replace("\n", "\\n") + "'",
        IEnumerable values => "[" + string.Join(", ", values.Cast<object?>().Select(Shown)) + "]",
        _ => FormattableString.Invariant($"{value}"),
    };
}
