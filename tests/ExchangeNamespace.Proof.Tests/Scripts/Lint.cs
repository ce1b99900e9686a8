using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.ScriptParsing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.Scripts.Rules;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>Checks a script as the command does: read by the parser of PowerShell, judged by the rules.</summary>
internal static class Lint
{
    public static IReadOnlyList<ScriptFinding> Check(string script, string version) =>
        ScriptLinter.Check(ScriptReader.Read(script, () => false), Version(version), () => false);

    /// <summary>Codes in the order of the script.</summary>
    public static string Codes(string script, string version) => string.Join(" ", Check(script, version).Select(f => f.Code));

    /// <summary>Whether anything is found that is more than information.</summary>
    public static bool Finds(string script, string version) => Check(script, version).Any(f => f.Severity != FindingSeverity.Information);

    /// <summary>Whether the catalogue does not know a cmdlet of the script in that version, so that nothing is told about it.</summary>
    public static bool LeavesOut(string script, string version) => Check(script, version).Any(f => f.Code == ScriptFindingCodes.CmdletNotChecked);

    /// <summary>The script with its mechanical replacements.</summary>
    public static string Fix(string script, string version) => ScriptFixer.Apply(script, [script], Check(script, version), new HashSet<ScriptFinding>())[0];

    /// <summary>Fails with the findings where there is one.</summary>
    public static void AssertClean(string script, string version, params string[] but)
    {
        List<ScriptFinding> findings = [.. Check(script, version).Where(f => !but.Contains(f.Code))];
        Assert.True(findings.Count == 0, version + "\n" + string.Join("\n", findings.Take(5).Select(f => f + " <" + f.Extent + ">")) + "\n" + script);
    }

    public static ExchangeVersion Version(string text)
    {
        Assert.True(ExchangeVersionReader.TryParse(text, "ExchangeVersion", out ExchangeVersion? version, out InputFault? fault), fault?.Message);
        return version;
    }
}
